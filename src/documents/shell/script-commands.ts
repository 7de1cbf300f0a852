import { walkTree } from '../syntax-tree/walk-tree.ts';
import { parseTree, type SyntaxNode } from '../syntax-tree.ts';
import type { YamlScalar } from '../yaml/yaml-node.ts';
import { maskExpressions } from './mask-expressions.ts';

/** A simple command of a script; here-documents and comments hold none. */
export interface ScriptCommand {
  /** Without redirects, spaces folded. */
  readonly text: string;
  readonly node: SyntaxNode;
}

/** A script as the shell reads it: the decoded text of a `run:`. */
export interface ShellScript {
  readonly text: string;
  readonly root: SyntaxNode;
  readonly commands: readonly ScriptCommand[];
  /** False where it is no shell script, or one with mistakes. */
  readonly isReadable: boolean;
}

const known = new Map<string, ShellScript>();
const MAX_KEPT = 256;

/** The commands of a `run:`; both sides of a change mostly hold the same. */
export function shellScript({ text }: YamlScalar): ShellScript {
  const earlier = known.get(text);
  if (earlier) return earlier;
  const script = readShell(text);
  if (known.size >= MAX_KEPT) known.clear();
  known.set(text, script);
  return script;
}

/** The commands of a script that stands in a text; never throws. */
export function readShell(text: string): ShellScript {
  const tree = parseTree('bash', maskExpressions(text).masked);
  const nodes = [...walkTree(tree.root)].filter(({ type }) => type === 'command');
  const commands = nodes.map((node) => ({
    text: text
      .slice(node.start, node.end)
      .replace(/\\\r?\n/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    node,
  }));
  return { text, root: tree.root, commands, isReadable: !tree.hasError && tree.problem === undefined };
}

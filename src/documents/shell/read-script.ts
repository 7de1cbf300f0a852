import type { ParseProblem, Range } from '../../types.ts';
import type { ShellView } from '../shell.ts';
import { syntaxProblems } from '../syntax-tree/syntax-problems.ts';
import { walkTree } from '../syntax-tree/walk-tree.ts';
import { parseTree, type SyntaxNode } from '../syntax-tree.ts';
import { maskExpressions } from './mask-expressions.ts';
import type { Script } from './script.ts';
import { shellOptions } from './shell-options.ts';
import { visitScript } from './visit-script.ts';

/** Parses, collects, and moves every range by the script's offset. */
export function readScript(source: string, offset: number): ShellView {
  const { masked, expressions } = maskExpressions(source);
  const tree = parseTree('bash', masked);
  const script: Script = { source, expressions, offset };
  const commands = visitScript(tree.root, script).toSorted((a, b) => a.range.start - b.range.start);
  const severity = commands.length > 0 ? 'partial' : 'fatal';
  return {
    commands,
    options: shellOptions(source, commands),
    heredocs: rangesOf(tree.root, 'heredoc_body', offset),
    comments: rangesOf(tree.root, 'comment', offset),
    problems: syntaxProblems(tree, source, 'shell', severity).map((problem) => moved(problem, offset)),
  };
}

function rangesOf(root: SyntaxNode, type: string, offset: number): readonly Range[] {
  const nodes = [...walkTree(root)].filter((node) => node.type === type);
  return nodes.map((node) => ({ start: node.start + offset, end: node.end + offset }));
}

function moved(problem: ParseProblem, offset: number): ParseProblem {
  return { ...problem, range: { start: problem.range.start + offset, end: problem.range.end + offset } };
}

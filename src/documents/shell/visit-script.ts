import type { Range } from '../../types.ts';
import type { ShellCommand, ShellRedirect } from '../shell.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { isHarmless } from './is-harmless.ts';
import type { Script } from './script.ts';
import { shiftedRange, toCommand, toRedirects } from './to-command.ts';

/** What surrounds a node of a script. */
export interface ShellSurroundings {
  readonly pipeline?: { readonly index: number; readonly length: number; readonly range: Range };
  readonly negated: boolean;
  readonly inSubstitution: boolean;
  readonly inCondition: boolean;
  readonly followedByOrTrue: boolean;
  /** Redirects of the compound command around it, which the last command of a list takes over. */
  readonly redirects: readonly ShellRedirect[];
}

type Enter = (node: SyntaxNode, around: ShellSurroundings, script: Script) => (child: SyntaxNode) => ShellSurroundings;

const COMMANDS = new Set([
  'command',
  'declaration_command',
  'unset_command',
  'test_command',
  'variable_assignment',
  'variable_assignments',
]);
const OUTSIDE: ShellSurroundings = {
  negated: false,
  inSubstitution: false,
  inCondition: false,
  followedByOrTrue: false,
  redirects: [],
};

/** The simple commands of a script, in no particular order. */
export function visitScript(root: SyntaxNode, script: Script): ShellCommand[] {
  const found: ShellCommand[] = [];
  const visit = (node: SyntaxNode, around: ShellSurroundings, isPart: boolean): void => {
    const isCommand = COMMANDS.has(node.type) && !isPart;
    if (isCommand) found.push(toCommand(node, around, script));
    const next = ENTER[node.type]?.(node, around, script) ?? (() => around);
    // Assignments in front of a command belong to it; what they substitute is still visited.
    for (const child of node.children) if (child.named) visit(child, next(child), isCommand || node.type === 'array');
  };
  visit(root, OUTSIDE, false);
  return found;
}

const ENTER: Readonly<Record<string, Enter>> = {
  command_substitution: substitution,
  process_substitution: substitution,
  pipeline: (node, around, script) => {
    const parts = node.children.filter((child) => child.named && child.type !== 'comment');
    const range = shiftedRange(node, script);
    return (child) => ({
      ...around,
      // `a | b > file` is read as a redirect of the pipeline; it is the last command's.
      redirects: child === parts.at(-1) ? around.redirects : [],
      pipeline: { index: parts.indexOf(child), length: parts.length, range },
    });
  },
  list: (node, around, script) => {
    const [left, operator, right] = node.children.filter((child) => child.type !== 'comment');
    const forgiven = operator?.type === '||' && right !== undefined && isHarmless(right, script.source);
    const before = { ...around, inCondition: true, followedByOrTrue: around.followedByOrTrue || forgiven };
    return (child) => (child === left ? before : around);
  },
  negated_command: (_, around) => () => ({ ...around, negated: true, inCondition: true }),
  redirected_statement: (node, around, script) => {
    const redirects = node.children.filter(
      (child) => child.field === 'redirect' || child.type === 'herestring_redirect',
    );
    const own = {
      ...around,
      redirects: [...around.redirects, ...redirects.flatMap((one) => toRedirects(one, script))],
    };
    return (child) => (child.field === 'body' ? own : { ...around, redirects: [] });
  },
  if_statement: condition,
  elif_clause: condition,
  while_statement: condition,
};

function substitution(_node: SyntaxNode, _around: ShellSurroundings): () => ShellSurroundings {
  const inner = { ...OUTSIDE, inSubstitution: true };
  return () => inner;
}

/** Up to `then` or `do` it is a condition. */
function condition(node: SyntaxNode, around: ShellSurroundings): (child: SyntaxNode) => ShellSurroundings {
  const turn = node.children.find((child) => child.type === 'then' || child.type === 'do_group')?.start ?? node.end;
  const inside = { ...around, redirects: [] };
  const tested = { ...inside, inCondition: true };
  return (child) => (child.start < turn ? tested : inside);
}

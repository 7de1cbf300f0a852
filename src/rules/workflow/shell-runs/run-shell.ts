import { walkTree } from '../../../documents/syntax-tree/walk-tree.ts';
import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import { runCommand } from './run-command.ts';
import { assigned, type ExitStatus, merged, onwards, type ShellPath } from './shell-path.ts';
import { resolved, testStatus } from './shell-words.ts';

/** A script that is followed, and the command in it that fails: every other one is taken to succeed. */
export interface FollowedScript {
  readonly source: string;
  readonly isTarget: (node: SyntaxNode) => boolean;
  /** Called for every piece that is run; throws `UNREADABLE` when it is enough. */
  readonly spend: () => void;
}

/** Where a command stands. */
export interface ShellPlace {
  /** In a condition: `errexit` does not apply. */
  readonly ignored: boolean;
  /** In a branch that is there for the failure. */
  readonly handling: boolean;
  readonly depth: number;
}

type Run = (node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript) => readonly ShellPath[];

/** Thrown where the text is no shell script that this reader understands. */
export const UNREADABLE = new Error('not a script that can be followed');

/** Every way a piece of a script can go (https://www.gnu.org/software/bash/manual/bash.html#The-Set-Builtin). */
export function runShell(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript) {
  script.spend();
  if (place.depth > 200) throw UNREADABLE;
  const run = RUNS[node.type];
  if (!run) throw UNREADABLE;
  return merged(run(node, path, { ...place, depth: place.depth + 1 }, script));
}

const RUNS: Readonly<Record<string, Run>> = {
  program: sequence,
  do_group: sequence,
  compound_statement: (node, path, place, script) =>
    node.children[0]?.type === '((' ? test(node, path, place, script) : sequence(node, path, place, script),
  list,
  pipeline,
  negated_command: (node, path, place, script) =>
    last(node, path, { ...place, ignored: true }, script).map((one) =>
      one.ended ? one : { ...one, status: one.status === '?' ? '?' : one.status === '0' ? '1' : '0' },
    ),
  subshell: (node, path, place, script) => isolated(node, path, place, script).map((one) => settled(one, place)),
  redirected_statement: redirected,
  if_statement: branches,
  elif_clause: branches,
  else_clause: sequence,
  while_statement: loop,
  for_statement: body,
  c_style_for_statement: body,
  case_statement: cases,
  function_definition: (node, path, _place, { source }) => {
    const name = node.children.find(({ field }) => field === 'name');
    const inner = node.children.find(({ field }) => field === 'body');
    if (!name || !inner) return [path];
    const functions = new Map(path.functions).set(source.slice(name.start, name.end), inner);
    return [{ ...path, status: '0', functions }];
  },
  test_command: test,
  variable_assignment: assign,
  variable_assignments: sequence,
  command: runCommand,
  declaration_command: runCommand,
  unset_command: (_, path) => [{ ...path, status: '0' }],
  comment: (_, path) => [path],
};

/** A command that failed outside a condition ends the script under `errexit`, or runs the trap. */
export function settled(path: ShellPath, { ignored }: ShellPlace): ShellPath {
  if (ignored || path.ended || path.status !== '1') return path;
  if (path.onError === '0') return { ...path, status: '0', ended: 'exit' };
  return path.errexit ? { ...path, ended: 'exit' } : path;
}

/** The children of a node, one after the other. */
function sequence(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
  from = node.children,
): readonly ShellPath[] {
  let paths: readonly ShellPath[] = [path];
  for (const [i, child] of from.entries()) {
    if (!child.named || child.field === 'name') continue;
    const next = from[i + 1];
    const run: Run = next && !next.named && next.type === '&' ? background : runShell;
    paths = merged(paths.flatMap((one) => (one.ended ? [one] : run(child, one, place, script))));
  }
  return paths;
}

const background: Run = (node, path, place, script) =>
  isolated(node, path, place, script, [node]).map((one) => ({ ...one, status: '0', background: one.status }));

/** In a shell of its own: only its status and what it reached come out. */
export function isolated(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
  children = node.children,
): readonly ShellPath[] {
  const { onExit: _trap, ...own } = path;
  return sequence(node, own, place, script, children).map((one) =>
    onwards(path, { status: one.onExit ?? one.status, reached: path.reached || one.reached }),
  );
}

function last(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  const inner = node.children.findLast(({ named }) => named);
  return inner ? runShell(inner, path, place, script) : [path];
}

function list(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  const [left, right] = node.children.filter(({ named, type }) => named && type !== 'comment');
  const operator = node.children.find(({ named }) => !named)?.type;
  if (!left || !right || (operator !== '&&' && operator !== '||')) throw UNREADABLE;
  const goesOn = operator === '&&' ? '0' : '1';
  return runShell(left, path, { ...place, ignored: true }, script).flatMap((one) => {
    if (one.ended) return [one];
    const skipped: ShellPath = one.status === '?' ? { ...one, status: operator === '&&' ? '1' : '0' } : one;
    if (one.status !== '?' && one.status !== goesOn) return [skipped];
    const taken = runShell(right, one, { ...place, handling: place.handling || one.reached }, script);
    return one.status === '?' ? [{ ...skipped, status: '0' }, ...taken] : taken;
  });
}

function pipeline(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  const parts = node.children.filter(({ named, type }) => named && type !== 'comment');
  const inner = { ...place, ignored: true };
  let paths: readonly ShellPath[] = [{ ...path, pipeStatus: [] }];
  for (const part of parts)
    paths = merged(
      paths.flatMap((one) =>
        isolated(node, one, inner, script, [part]).map((after) => ({
          ...after,
          pipeStatus: [...one.pipeStatus, after.status],
        })),
      ),
    );
  return paths.map((one) => {
    const failed: ExitStatus = one.pipefail && one.pipeStatus.includes('1') ? '1' : (one.pipeStatus.at(-1) ?? '0');
    return settled({ ...one, status: failed }, place);
  });
}

function redirected(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  // What stands behind the start of a here-document on its line hangs inside it in the tree.
  const here = node.children.find(({ type }) => type === 'heredoc_redirect');
  if (here?.children.some(({ type }) => type === 'pipeline' || type === 'command' || type === '||' || type === '&&'))
    throw UNREADABLE;
  const inner = node.children.find(({ field }) => field === 'body');
  return inner ? runShell(inner, path, place, script) : [{ ...path, status: '0' }];
}

/** `if`, `elif` and what follows them. */
function branches(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  const turn = node.children.findIndex(({ type }) => type === 'then');
  const isElse = ({ type }: SyntaxNode) => type === 'elif_clause' || type === 'else_clause';
  const after = node.children.slice(turn + 1);
  const then = after.filter((child) => !isElse(child));
  // Each `elif` has what follows it as its own else.
  const others = place.depth > 0 && node.type === 'if_statement' ? after.filter(isElse) : [];
  const tested = sequence(node, path, { ...place, ignored: true }, script, node.children.slice(0, turn));
  return tested.flatMap((one) => {
    if (one.ended) return [one];
    const inside = { ...place, handling: place.handling || one.reached };
    const yes = () => sequence(node, { ...one, status: '0' }, inside, script, then);
    const no = () => otherwise(others, { ...one, status: '0' }, inside, script);
    if (one.status === '0') return yes();
    return one.status === '1' ? no() : [...yes(), ...no()];
  });
}

function otherwise(
  clauses: readonly SyntaxNode[],
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  const [first, ...rest] = clauses;
  if (!first) return [path];
  if (first.type === 'else_clause') return runShell(first, path, place, script);
  const joined: SyntaxNode = { ...first, type: 'if_statement', children: [...first.children, ...rest] };
  return runShell(joined, path, place, script);
}

/** A loop whose condition is the gate goes on until it passes: a failure never gets out of it. */
function loop(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  const group = node.children.findIndex(({ type }) => type === 'do_group');
  const isUntil = node.children[0]?.type === 'until';
  const tested = sequence(node, path, { ...place, ignored: true }, script, node.children.slice(0, group));
  return tested.flatMap((one) => {
    const enters = one.status === '?' || (one.status === '0') !== isUntil;
    if (one.ended) return [one];
    if (!enters) return [{ ...one, status: '0' as const }];
    const inside = { ...place, handling: place.handling || one.reached };
    const waits = one.reached && !path.reached;
    return body(node, one, inside, script).map((after): ShellPath => {
      if (!waits || after.ended || after.variables.get('#break') === '1') return withoutBreak(after);
      return { ...after, status: '1', ended: 'exit' };
    });
  });
}

function withoutBreak(path: ShellPath): ShellPath {
  const variables = new Map(path.variables);
  variables.delete('#break');
  return { ...path, variables };
}

/** The body of a loop, once. */
function body(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  const group = node.children.find(({ type }) => type === 'do_group' || type === 'compound_statement');
  if (!group) throw UNREADABLE;
  return runShell(group, { ...path, status: '0' }, place, script).map((one) =>
    one.ended === 'loop' ? onwards(one, { status: '0', variables: assigned(one.variables, '#break', '1') }) : one,
  );
}

function cases(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  const subject = node.children.find(({ field }) => field === 'value');
  const value = subject && resolved(script.source.slice(subject.start, subject.end).replaceAll('"', ''), path);
  const items = node.children.filter(({ type }) => type === 'case_item');
  const inside = { ...place, handling: place.handling || path.reached };
  const run = (item: SyntaxNode) =>
    sequence(
      item,
      { ...path, status: '0' },
      inside,
      script,
      item.children.filter(({ field }) => field !== 'value'),
    );
  if (value === undefined) return [{ ...path, status: '0' }, ...items.flatMap(run)];
  const fits = items.find((item) =>
    item.children.some(({ field, start, end }) => {
      const pattern = script.source.slice(start, end);
      return field === 'value' && (pattern === value || pattern === '*');
    }),
  );
  return fits ? run(fits) : [{ ...path, status: '0' }];
}

function test(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  const written = script.source.slice(node.start, node.end);
  const counted = /^\(\(\s*(\w+)\s*(?:\+\+|\+=\s*1)\s*\)\)$/.exec(written);
  if (counted?.[1]) return [{ ...path, status: '0', variables: assigned(path.variables, counted[1], '1') }];
  return [settled({ ...path, status: testStatus(written, path) }, place)];
}

function assign(node: SyntaxNode, path: ShellPath, place: ShellPlace, script: FollowedScript): readonly ShellPath[] {
  const name = node.children.find(({ field }) => field === 'name');
  const value = node.children.find(({ field }) => field === 'value');
  if (!name) return [path];
  const [key, written] = [name, value].map((one) => (one ? script.source.slice(one.start, one.end) : ''));
  return substituted(node, { ...path, status: '0' }, place, script).map((one) => {
    const known = resolved((written ?? '').replace(/^(["'])(.*)\1$/s, '$2'), { ...one, status: path.status });
    const counts = /^\$\(\(.*\+\s*1\s*\)\)$/.test(written ?? '') ? '1' : known;
    if (counts !== undefined) return settled({ ...one, variables: assigned(one.variables, key ?? '', counts) }, place);
    const variables = new Map(one.variables);
    variables.delete(key ?? '');
    return settled({ ...one, variables }, place);
  });
}

/** Runs what a word substitutes; the status is that of the last. */
export function substituted(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  const isInner = ({ type }: SyntaxNode) => type === 'command_substitution' || type === 'process_substitution';
  let paths: readonly ShellPath[] = [path];
  for (const inner of walkTree(node, isInner)) {
    if (isInner(inner))
      paths = merged(paths.flatMap((one) => isolated(inner, one, { ...place, ignored: false }, script)));
  }
  return paths;
}

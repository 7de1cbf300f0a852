import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import type { FollowedScript, ShellPlace } from './followed-script.ts';
import { sequence } from './run-sequence.ts';
import { runShell } from './run-shell.ts';
import type { ShellPath } from './shell-path.ts';
import { resolved } from './shell-words.ts';

/** `if`, `elif` and what follows them. */
export function branches(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
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

/** `case`: the item that fits, or each where the value is not known. */
export function cases(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
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

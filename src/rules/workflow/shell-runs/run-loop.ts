import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import { type FollowedScript, type ShellPlace, UNREADABLE } from './followed-script.ts';
import { sequence } from './run-sequence.ts';
import { runShell } from './run-shell.ts';
import { assigned, onwards, type ShellPath } from './shell-path.ts';

/** A loop whose condition is the gate goes on until it passes: a failure never gets out of it. */
export function loop(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
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
export function body(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  const group = node.children.find(({ type }) => type === 'do_group' || type === 'compound_statement');
  if (!group) throw UNREADABLE;
  return runShell(group, { ...path, status: '0' }, place, script).map((one) =>
    one.ended === 'loop' ? onwards(one, { status: '0', variables: assigned(one.variables, '#break', '1') }) : one,
  );
}

import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import { type FollowedScript, type ShellPlace, UNREADABLE } from './followed-script.ts';
import { isolated, settled } from './run-sequence.ts';
import { runShell } from './run-shell.ts';
import { type ExitStatus, merged, type ShellPath } from './shell-path.ts';

/** `a && b`, `a || b`. */
export function list(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
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

/** `a | b`. */
export function pipeline(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
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

/** The last command of a node. */
export function last(
  node: SyntaxNode,
  path: ShellPath,
  place: ShellPlace,
  script: FollowedScript,
): readonly ShellPath[] {
  const inner = node.children.findLast(({ named }) => named);
  return inner ? runShell(inner, path, place, script) : [path];
}

/** A command with files or a here-document. */
export function redirected(
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

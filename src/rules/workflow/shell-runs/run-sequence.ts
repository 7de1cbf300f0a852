import type { SyntaxNode } from '../../../documents/syntax-tree.ts';
import type { FollowedScript, Run, ShellPlace } from './followed-script.ts';
import { runShell } from './run-shell.ts';
import { merged, onwards, type ShellPath } from './shell-path.ts';

/** The children of a node, one after the other. */
export function sequence(
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

/** A command that failed outside a condition ends the script under `errexit`, or runs the trap. */
export function settled(path: ShellPath, { ignored }: ShellPlace): ShellPath {
  if (ignored || path.ended || path.status !== '1') return path;
  if (path.onError === '0') return { ...path, status: '0', ended: 'exit' };
  return path.errexit ? { ...path, ended: 'exit' } : path;
}

import type { RuleContext } from '../../../types.ts';

const OTHER_LOCKS = ['pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb'];

/** Whether package.json at the root may name a package manager; its content is not read, so only its absence is sure. */
export function mayNameManager(manager: 'npm' | 'any', { project, side }: RuleContext): boolean {
  const { tree } = project[side];
  if (tree === 'unknown' || project.isolated) return true;
  if (!tree.has('package.json')) return false;
  return manager === 'any' || tree.has('package-lock.json') || !OTHER_LOCKS.some((lock) => tree.has(lock));
}

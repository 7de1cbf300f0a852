import { globToRegExp } from '../change/glob-to-reg-exp.ts';
import type { Need } from '../types.ts';

/**
 * The paths that needs stand for and that are not known yet. Without a complete listing a path is asked for as it is,
 * and a glob gives nothing.
 */
export function expandNeeds(
  needs: readonly Need[],
  tree: ReadonlySet<string> | 'unknown',
  known: ReadonlySet<string>,
): string[] {
  const paths = new Set<string>();
  const globs = new Set<string>();
  for (const need of needs) {
    if ('path' in need && (tree === 'unknown' || tree.has(need.path))) paths.add(need.path);
    if ('glob' in need) globs.add(need.glob);
  }
  if (tree !== 'unknown' && globs.size > 0) {
    const patterns = [...globs].map(globToRegExp);
    for (const path of tree) if (patterns.some((pattern) => pattern.test(path))) paths.add(path);
  }
  return [...paths].filter((path) => !known.has(path));
}

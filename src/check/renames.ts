import type { Change, Document, Side } from '../types.ts';

/** Follows files that the change renamed. */
export interface Renames {
  /** The path a base or head document has in the head. */
  headPath(document: Pick<Document, 'path' | 'side'>): string;
  /** The path on one side of a file known by its path on the other. */
  pathOn(path: string, side: Side): string;
}

export function renamesOf(change: Change): Renames {
  const toHead = new Map<string, string>();
  const toBase = new Map<string, string>();
  for (const { path, previousPath } of change.files) {
    if (previousPath === undefined || previousPath === path) continue;
    toHead.set(previousPath, path);
    toBase.set(path, previousPath);
  }
  return {
    headPath: ({ path, side }) => (side === 'base' ? (toHead.get(path) ?? path) : path),
    pathOn: (path, side) => (side === 'base' ? toBase.get(path) : toHead.get(path)) ?? path,
  };
}

import { kindOfPath } from '../../change/kind-of-path.ts';
import type { ChangedFile } from '../../types.ts';
import type { TreeEntry } from './tree-entries.ts';

type Tree = ReadonlyMap<string, TreeEntry>;

/**
 * The files that differ between two listings of a repository, however many. There are no hunks, and only what was
 * renamed without a change is known as renamed.
 */
export function treeChanges(base: Tree, head: Tree): readonly ChangedFile[] {
  const removed = new Map([...base].filter(([path]) => !head.has(path)));
  const gone = new Map([...removed].map(([path, { sha }]) => [sha, path]));
  const files: ChangedFile[] = [];
  for (const [path, entry] of head) {
    const before = base.get(path);
    if (before?.sha === entry.sha && before.mode === entry.mode) continue;
    const kind = kindOfPath(path);
    const previousPath = before === undefined ? gone.get(entry.sha) : undefined;
    if (before !== undefined) files.push({ path, kind, status: 'modified' });
    else if (previousPath === undefined) files.push({ path, kind, status: 'added' });
    else files.push({ path, kind, status: 'renamed', previousPath, hunks: [] });
    if (previousPath === undefined) continue;
    gone.delete(entry.sha);
    removed.delete(previousPath);
  }
  for (const path of removed.keys()) files.push({ path, kind: kindOfPath(path), status: 'removed' });
  return files;
}

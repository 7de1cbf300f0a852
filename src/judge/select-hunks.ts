import type { Change, ChecklistItem } from '../types.ts';
import { fileName, type NumberedHunk, numberHunks } from './number-hunks.ts';

/** The hunks that some items are about. */
export interface SelectedHunks {
  readonly hunks: readonly NumberedHunk[];
  /** For each file or part that the model does not see: which, and why. */
  readonly leftOut: readonly string[];
  /** Whether more hunks than fit into one request were wanted. */
  readonly over: boolean;
}

/** Models get worse the more they are shown, long before their context is full. */
const MAX_CHARACTERS = 80_000;

/** The hunks of files whose kind matches an item, in their order, as far as they fit into one request. */
export function selectHunks(change: Change, items: readonly ChecklistItem[]): SelectedHunks {
  const kinds = new Set(items.flatMap((item) => item.kinds));
  const unread = change.files.filter(({ kind, hunks }) => kinds.has(kind) && hunks === undefined);
  const wanted = numberHunks(change).filter(({ kind }) => kinds.has(kind));
  const hunks: NumberedHunk[] = [];
  const over = new Set<string>();
  let room = MAX_CHARACTERS;
  for (const hunk of wanted) {
    if (hunk.length > room) {
      over.add(hunk.path);
      continue;
    }
    room -= hunk.length;
    hunks.push(hunk);
  }
  return {
    hunks,
    leftOut: [
      ...unread.map(({ path }) => `${fileName(path)}: its lines could not be read`),
      ...[...over].map((path) => `${fileName(path)}: over the limit of one request`),
      ...hunks
        .filter(({ leftOut }) => leftOut > 0)
        .map(({ path, leftOut }) => `${fileName(path)}: ${leftOut} lines of a long hunk`),
    ],
    over: over.size > 0,
  };
}

/** The hunks among these that an item is about. */
export function hunksOf(item: ChecklistItem, hunks: readonly NumberedHunk[]): readonly NumberedHunk[] {
  return hunks.filter(({ kind }) => item.kinds.includes(kind));
}

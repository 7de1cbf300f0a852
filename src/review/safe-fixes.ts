import { applyEdits } from '../change/apply-edits.ts';
import type { Edit, FileContent, Review } from '../types.ts';

/** A file as the safe fixes of a review leave it. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** How many fixes are in it. */
  readonly fixes: number;
}

export interface SafeFixes {
  readonly files: readonly FixedFile[];
  /** Files that stay as they are, because fixes there overlap or the file could not be read. */
  readonly refused: readonly string[];
}

/** The safe fixes of what the change introduced, applied in memory to the files of the head. */
export async function safeFixes(
  review: Review,
  read: (paths: readonly string[]) => Promise<ReadonlyMap<string, FileContent>>,
): Promise<SafeFixes> {
  const edits = safeEdits(review);
  const contents = await read([...edits.keys()]);
  const files: FixedFile[] = [];
  const refused: string[] = [];
  for (const [path, { list, fixes }] of edits) {
    const content = contents.get(path);
    const before = content?.state === 'text' ? content.text : undefined;
    const after = before === undefined ? undefined : applyEdits(before, list);
    if (before === undefined || after === undefined) refused.push(path);
    else files.push({ path, before, after, fixes });
  }
  return { files, refused };
}

function safeEdits(review: Review): Map<string, { readonly list: Edit[]; fixes: number }> {
  const edits = new Map<string, { readonly list: Edit[]; fixes: number }>();
  for (const { status, fix, location } of review.findings) {
    if (status !== 'introduced' || fix?.safety !== 'safe') continue;
    for (const edit of fix.edits) {
      const path = edit.path ?? location.path;
      const entry = edits.get(path) ?? { list: [], fixes: 0 };
      entry.list.push(edit);
      edits.set(path, entry);
    }
    const own = edits.get(fix.edits[0]?.path ?? location.path);
    if (own) own.fixes += 1;
  }
  return edits;
}

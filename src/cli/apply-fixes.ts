import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyEdits } from '../change/apply-edits.ts';
import type { Edit, Review } from '../types.ts';

/** Writes the safe fixes of what the change introduced to the working tree. Gives what to tell the user. */
export async function applyFixes(review: Review, directory: string | undefined): Promise<string> {
  if (directory === undefined) return 'Fixes are applied only to a working tree: leave out --head and --staged.\n';
  const edits = new Map<string, Edit[]>();
  let fixes = 0;
  for (const { status, fix, location } of review.findings) {
    if (status !== 'introduced' || fix?.safety !== 'safe') continue;
    fixes += 1;
    for (const edit of fix.edits) {
      const path = edit.path ?? location.path;
      edits.set(path, [...(edits.get(path) ?? []), edit]);
    }
  }
  const written = await Promise.all([...edits].map(([path, list]) => writeFixed(join(directory, path), list)));
  const refused = [...edits.keys()].filter((_, i) => !written[i]);
  const done = `${fixes} safe ${fixes === 1 ? 'fix' : 'fixes'} applied to ${edits.size - refused.length} ${edits.size === 1 ? 'file' : 'files'}.\n`;
  return refused.length === 0
    ? done
    : `${done}Not changed, because fixes there overlap; run again after a look: ${refused.join(', ')}\n`;
}

async function writeFixed(file: string, edits: readonly Edit[]): Promise<boolean> {
  const fixed = applyEdits(await readFile(file, 'utf8'), edits);
  if (fixed === undefined) return false;
  await writeFile(file, fixed);
  return true;
}

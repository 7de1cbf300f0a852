import { lstat, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { applyEdits } from '../change/apply-edits.ts';
import type { Edit, Review, Source } from '../types.ts';

/** Writes the safe fixes of what the change introduced to the working tree. Gives what to tell the user. */
export async function applyFixes(review: Review, source: Source, root: string | undefined): Promise<string> {
  if (root === undefined) return 'Fixes are applied only to a working tree: leave out --head and --staged.\n';
  const edits = safeEdits(review);
  const reviewed = await source.read('head', [...edits.keys()]);
  const refused: string[] = [];
  let fixes = 0;
  for (const [path, { list, count }] of edits) {
    const content = reviewed.get(path);
    const fixed = content?.state === 'text' ? applyEdits(content.text, list) : undefined;
    const written =
      fixed !== undefined && content?.state === 'text' && (await replaceFile(root, path, content.text, fixed));
    if (written) fixes += count;
    else refused.push(path);
  }
  const files = edits.size - refused.length;
  const done = `${fixes} safe ${fixes === 1 ? 'fix' : 'fixes'} applied to ${files} ${files === 1 ? 'file' : 'files'}.\n`;
  return refused.length === 0
    ? done
    : `${done}Not changed, because fixes there overlap or the file is not the one that was reviewed: ${refused.join(', ')}\n`;
}

function safeEdits(review: Review): Map<string, { readonly list: Edit[]; count: number }> {
  const edits = new Map<string, { readonly list: Edit[]; count: number }>();
  for (const { status, fix, location } of review.findings) {
    if (status !== 'introduced' || fix?.safety !== 'safe') continue;
    for (const edit of fix.edits) {
      const path = edit.path ?? location.path;
      const entry = edits.get(path) ?? { list: [], count: 0 };
      entry.list.push(edit);
      edits.set(path, entry);
    }
    const own = edits.get(fix.edits[0]?.path ?? location.path);
    if (own) own.count += 1;
  }
  return edits;
}

/** Writes only to a regular file below the root, reached by no symbolic link, that still holds what was reviewed. */
async function replaceFile(root: string, path: string, reviewed: string, fixed: string): Promise<boolean> {
  const file = join(root, path);
  const folder = await realpath(dirname(file));
  if (relative(await realpath(root), folder) !== relative(root, dirname(file))) return false;
  if (!(await lstat(file)).isFile() || (await readFile(file, 'utf8')) !== reviewed) return false;
  await writeFile(file, fixed);
  return true;
}

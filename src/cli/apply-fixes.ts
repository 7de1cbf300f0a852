import { lstat, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { safeFixes } from '../review/safe-fixes.ts';
import type { Review, Source } from '../types.ts';

/** Writes the safe fixes of what the change introduced to the working tree. Gives what to tell the user. */
export async function applyFixes(review: Review, source: Source, root: string | undefined): Promise<string> {
  if (root === undefined) return 'Fixes are applied only to a working tree: leave out --head and --staged.\n';
  const { files, refused } = await safeFixes(review, (paths) => source.read('head', paths));
  const notWritten = [...refused];
  let fixes = 0;
  for (const file of files) {
    if (await replaceFile(root, file.path, file.before, file.after)) fixes += file.fixes;
    else notWritten.push(file.path);
  }
  const written = files.length + refused.length - notWritten.length;
  const done = `${fixes} safe ${fixes === 1 ? 'fix' : 'fixes'} applied to ${written} ${written === 1 ? 'file' : 'files'}.\n`;
  return notWritten.length === 0
    ? done
    : `${done}Not changed, because fixes there overlap or the file is not the one that was reviewed: ${notWritten.join(', ')}\n`;
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

import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContent } from '../types.ts';
import { MAX_BYTES, toFileContent, tooLarge } from './file-content.ts';

/** Open files at a time. */
const AT_ONCE = 64;

/** Reads files below a folder. A symbolic link is not followed: it may point outside the repository. */
export async function readWorkingTree(directory: string, paths: readonly string[]): Promise<Map<string, FileContent>> {
  const contents = new Map<string, FileContent>();
  for (let i = 0; i < paths.length; i += AT_ONCE) {
    const batch = paths.slice(i, i + AT_ONCE);
    const read = await Promise.all(batch.map((path) => readOne(join(directory, path))));
    for (const [j, content] of read.entries()) contents.set(batch[j] ?? '', content);
  }
  return contents;
}

async function readOne(file: string): Promise<FileContent> {
  try {
    const status = await lstat(file);
    if (status.isSymbolicLink()) return { state: 'omitted', reason: 'a symbolic link' };
    if (!status.isFile()) return { state: 'omitted', reason: 'not a regular file' };
    if (status.size > MAX_BYTES) return { state: 'omitted', reason: tooLarge(status.size) };
    return toFileContent(await readFile(file));
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'absent' };
    return { state: 'omitted', reason: 'it could not be read' };
  }
}

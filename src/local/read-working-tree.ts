import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContent } from '../types.ts';
import { toFileContent } from './file-content.ts';

/** Reads files below a folder. A symbolic link is not followed: it may point outside the repository. */
export async function readWorkingTree(directory: string, paths: readonly string[]): Promise<Map<string, FileContent>> {
  const contents = await Promise.all(paths.map(async (path) => [path, await readOne(join(directory, path))] as const));
  return new Map(contents);
}

async function readOne(file: string): Promise<FileContent> {
  try {
    const status = await lstat(file);
    if (status.isSymbolicLink()) return { state: 'omitted', reason: 'a symbolic link' };
    if (!status.isFile()) return { state: 'omitted', reason: 'not a regular file' };
    return toFileContent(await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return { state: 'absent' };
    return { state: 'omitted', reason: 'it could not be read' };
  }
}

import type { FileContent } from '../types.ts';
import { toFileContent } from './file-content.ts';
import { gitBytes } from './git.ts';

/** Reads files of a commit, or of the index when the commit is empty, in one git process. */
export async function readObjects(
  directory: string,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, FileContent>> {
  const readable = paths.filter((path) => !/[\n\r]/.test(path));
  const output = await gitBytes(
    directory,
    ['cat-file', '--batch'],
    readable.map((path) => `${commit}:${path}\n`).join(''),
  );
  const result = new Map<string, FileContent>();
  let offset = 0;
  for (const path of readable) {
    const newline = output.indexOf(10, offset);
    const header = output.subarray(offset, newline).toString('utf8');
    const found = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header);
    offset = newline + 1;
    if (!found) {
      result.set(path, { state: 'absent' });
      continue;
    }
    const size = Number(found[2]);
    const bytes = output.subarray(offset, offset + size);
    offset += size + 1;
    result.set(
      path,
      found[1] === 'blob' ? toFileContent(bytes) : { state: 'omitted', reason: 'a submodule or folder' },
    );
  }
  for (const path of paths)
    if (!result.has(path)) result.set(path, { state: 'omitted', reason: 'a path with a line break in it' });
  return result;
}

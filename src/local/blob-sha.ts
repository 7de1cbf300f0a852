import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readlink } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** The id that git gives a text (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). */
export function blobShaOfText(text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** The id of a file on disk as its bytes are, or of a link as its target; undefined where there is neither. */
export async function blobShaOfFile(file: string): Promise<string | undefined> {
  try {
    const status = await lstat(file);
    if (status.isSymbolicLink()) return blobShaOfText(await readlink(file));
    if (!status.isFile()) return undefined;
    const hash = createHash('sha1').update(`blob ${status.size}\0`);
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

/** Whether something stands at a path, a link included. */
export async function isPresent(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

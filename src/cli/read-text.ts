import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

/** The text of a file that an option names; a UsageError where it cannot be read. */
export async function readText(option: string, path: string, { cwd }: Streams): Promise<string> {
  try {
    return await readFile(resolve(cwd, path), 'utf8');
  } catch (cause) {
    throw new UsageError(`\`--${option} ${path}\` cannot be read. Name a file that is there.`, { cause });
  }
}

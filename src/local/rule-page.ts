import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** The text of a rule's page; `path` as the rules tell it, below the package. */
export async function rulePage(path: string): Promise<string> {
  return await readFile(join(packageRoot(), path), 'utf8');
}

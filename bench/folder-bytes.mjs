import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const SKIPPED = new Set(['.git', 'node_modules', '.terraform', '.venv', 'venv', '__pycache__', '.dvc']);
const READ = /(\.(ya?ml|tf|tfvars|tofu|hcl|py|ipynb|sh|bash|dvc|lock)|Dockerfile[\w.-]*|\.dockerfile|Makefile)$/i;
/** Larger files are not read by the scan either. */
const MAX_BYTES = 1_000_000;

/** Bytes of the files that a scan of this folder reads, by their names. */
export async function folderBytes(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = await Promise.all(entries.map((entry) => entryBytes(join(folder, entry.name), entry)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function entryBytes(path, entry) {
  if (entry.isDirectory()) return SKIPPED.has(entry.name) ? 0 : folderBytes(path);
  if (!entry.isFile() || !READ.test(entry.name)) return 0;
  const { size } = await stat(path);
  return size > MAX_BYTES ? 0 : size;
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds agents/: the same from the sources, from build/ and from dist/. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'agents', 'devops-engineer.md'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(
        'The folder agents/ that belongs to Pipewright was not found beside it; install the package again.',
      );
    folder = parent;
  }
  return folder;
}

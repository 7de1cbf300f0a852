import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/* Makes everything that is generated and committed again, and fails where that changes a file. */

const before = await contents();
for (const script of ['scripts/build.mjs --dist', 'scripts/generate-docs.mjs', 'scripts/generate-schemas.mjs']) {
  execFileSync(process.execPath, script.split(' '), { stdio: 'inherit' });
}
const after = await contents();

const stale = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
if (stale.length > 0) {
  process.stderr.write(
    `These generated files were out of date and have been made again; commit them:\n  ${stale.join('\n  ')}\n`,
  );
  process.exitCode = 1;
}

async function contents() {
  const bundle = await readdir('dist').catch(() => []);
  const paths = [
    'docs/rules.md',
    ...(await readdir('schemas')).map((name) => join('schemas', name)),
    ...bundle.map((name) => join('dist', name)),
  ];
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'latin1').catch(() => '')]));
  return new Map(texts);
}

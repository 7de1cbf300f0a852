import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/*
 * Writes the pages of the Terraform rows: `node scripts/generate-row-pages.mjs`.
 * They are committed; a test says when one is out of date.
 */

const rowsFolder = 'src/rules/terraform/rows';
const folder = join(rowsFolder, 'pages');
const work = await mkdtemp('.row-pages-');
try {
  const outfile = join(work, 'rows.mjs');
  await build({
    stdin: {
      contents: "export { rowPage } from './row-page.ts'; export { rows } from './row-rules.ts';",
      resolveDir: rowsFolder,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outfile,
  });
  const { rowPage, rows } = await import(pathToFileURL(outfile).href);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const row of rows) await writeFile(join(folder, `${row.id}.md`), rowPage(row));
  console.log(`${rows.length} pages written to ${folder}`);
} finally {
  await rm(work, { recursive: true, force: true });
}

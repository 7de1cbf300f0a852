import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/*
 * Writes the pages of the Terraform rows beside the rules: `node scripts/generate-row-pages.mjs`.
 * They are committed; a test says when one is out of date.
 */

const folder = 'src/rules/terraform';
const work = await mkdtemp('.row-pages-');
try {
  const outfile = join(work, 'rows.mjs');
  await build({
    stdin: {
      contents: "export { rowPage } from './rows/row-page.ts'; export { rows } from './rows/row-rules.ts';",
      resolveDir: folder,
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
  for (const row of rows) await writeFile(join(folder, `${row.id}.md`), rowPage(row));
  console.log(`${rows.length} pages written to ${folder}`);
} finally {
  await rm(work, { recursive: true, force: true });
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/* Writes docs/rules.md, the index of all rules, from the rules themselves. */

const bundle = await build({
  stdin: { contents: "export { pageOf, rules } from './src/rules/index.ts';", resolveDir: '.', loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});
const file = join('node_modules', '.rules.mjs');
await writeFile(file, bundle.outputFiles[0].contents);
const { pageOf, rules } = await import(new URL(`../${file}`, import.meta.url));

const byFolder = new Map();
for (const rule of rules) {
  const folder = pageOf(rule).split('/')[2];
  byFolder.set(folder, [...(byFolder.get(folder) ?? []), rule]);
}

const lines = ['# Rules', '', `${rules.length} rules. This page is generated: \`npm run docs\`.`, ''];
for (const [folder, list] of byFolder) {
  lines.push(`## ${folder}`, '', '| rule | what it finds | severity | confidence | |', '|---|---|---|---|---|');
  for (const rule of list) {
    const marks = [
      rule.compare ? 'change' : '',
      rule.fixable ? 'fix' : '',
      rule.strictness === 'pedantic' ? 'pedantic' : '',
    ];
    lines.push(
      `| [${rule.id}](../${pageOf(rule)}) | ${rule.title} | ${rule.severity} | ${rule.confidence} | ${marks.filter(Boolean).join(', ')} |`,
    );
  }
  lines.push('');
}
lines.push('`change` compares base and head; `fix` can propose one; `pedantic` speaks only when asked to.', '');
await writeFile('docs/rules.md', lines.join('\n'));

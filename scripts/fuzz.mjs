import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/*
 * `npm run fuzz -- FOLDER [SECONDS] [KIND]`: feeds the parsers and rules wounded copies of a folder's files and says
 * what crashed, hung, or named a wrong place. KIND is for files that neither path nor content tells.
 */

const [folder = 'examples', seconds = '30', kind] = process.argv.slice(2);
const outfile = join('node_modules', '.fuzz.mjs');
await build({
  stdin: {
    contents:
      "export { survey } from './test/support/survey.ts'; export { mutate, randomNumbers } from './test/support/mutate.ts';",
    resolveDir: '.',
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile,
});
const { survey, mutate, randomNumbers } = await import(new URL(`../${outfile}`, import.meta.url));

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = randomNumbers(seed);
const files = await textsOf(folder);
const end = Date.now() + Number(seconds) * 1000;
const seen = new Set();
let count = 0;
while (Date.now() < end) {
  const { path, text } = files[Math.floor(random() * files.length)];
  const wounded = mutate(text, random);
  count += 1;
  for (const wrong of await survey(path, wounded, kind)) {
    const short = wrong.slice(0, 60);
    if (!seen.has(short)) console.log(`${path}: ${wrong}\n  ${JSON.stringify(wounded).slice(0, 400)}`);
    seen.add(short);
  }
}
console.log(
  `${count} wounded files out of ${files.length}, seed ${seed}: ${seen.size === 0 ? 'nothing went wrong' : `${seen.size} kinds of trouble`}`,
);
await rm(outfile);
process.exitCode = seen.size === 0 ? 0 : 1;

async function textsOf(root) {
  const entries = await readdir(root, { recursive: true });
  const texts = [];
  for (const path of entries) {
    const status = await stat(join(root, path));
    if (status.isFile() && status.size < 200_000) texts.push({ path, text: await readFile(join(root, path), 'utf8') });
  }
  return texts;
}

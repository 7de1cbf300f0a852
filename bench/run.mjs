import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeWorkflows } from './make-workflows.mjs';
import { measureApp } from './measure-app.mjs';
import { measurePreview } from './measure-preview.mjs';
import { measureReview } from './measure-review.mjs';
import { measureScan } from './measure-scan.mjs';
import { measureStarts } from './measure-starts.mjs';
import { printFigures, printTable } from './print-table.mjs';

/*
 * How fast it is: `npm run bench -- [FOLDER] [--json]`. The engine over a folder (default: examples), over 566
 * made-up workflows and over a pull request of 50 files, and how long each door needs to start; `npm run bench -- app`
 * measures the App under load instead, for some minutes, and `npm run bench -- preview [MERGES]` a replay of a made-up
 * history. The built programs run as child processes, as users run them. Figures depend on the machine: compare two runs
 * of one machine, and test nothing against them.
 */

const args = process.argv.slice(2);
if (args[0] === 'app') await benchApp();
else if (args[0] === 'preview') printFigures(await measurePreview(Number(args[1] ?? 200)));
else await benchEngine(resolve(args.find((arg) => !arg.startsWith('-')) ?? 'examples'));

async function benchApp() {
  need('build/app.js');
  const app = await measureApp();
  if (args.includes('--json')) console.log(JSON.stringify({ node: process.version, app }, null, 2));
  else printFigures(app);
}

async function benchEngine(folder) {
  need(folder, 'build/cli.cjs', 'build/app.js', 'dist/index.js');
  const scans = { scan: await measureScan(folder), workflows: await measureWorkflows() };
  const result = {
    node: process.version,
    folder,
    ...scans,
    review: await measureReview(),
    starts: await measureStarts(),
  };
  if (args.includes('--json')) console.log(JSON.stringify(result, null, 2));
  else printTable(result);
}

/** Hundreds of workflows at once, as an organisation has them. */
async function measureWorkflows() {
  const made = await mkdtemp(join(tmpdir(), 'pipewright-workflows-'));
  try {
    await makeWorkflows(made, 566, 3_100_000);
    return await measureScan(made);
  } finally {
    await rm(made, { recursive: true });
  }
}

function need(...paths) {
  const missing = paths.find((path) => !existsSync(path));
  if (missing === undefined) return;
  console.error(
    `${missing} is not there. Name a folder that exists; \`npm run build && npm run build:action\` makes the rest.`,
  );
  process.exit(2);
}

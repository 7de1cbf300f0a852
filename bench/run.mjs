import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { measureScan } from './measure-scan.mjs';
import { measureStarts } from './measure-starts.mjs';
import { printTable } from './print-table.mjs';

/*
 * How fast it is: `npm run bench -- [FOLDER] [--json]`. The engine over a folder (default: examples), and how long each
 * door needs to start. The built programs run as child processes, as users run them. Figures depend on the machine:
 * compare two runs of one machine, and test nothing against them.
 */

const args = process.argv.slice(2);
const folder = resolve(args.find((arg) => !arg.startsWith('-')) ?? 'examples');
for (const needed of [folder, 'build/cli.js', 'build/app.js', 'dist/index.js']) {
  if (existsSync(needed)) continue;
  console.error(
    `${needed} is not there. Name a folder that exists; \`npm run build && npm run build:action\` makes the rest.`,
  );
  process.exit(2);
}

const result = { node: process.version, folder, scan: await measureScan(folder), starts: await measureStarts() };
if (args.includes('--json')) console.log(JSON.stringify(result, null, 2));
else printTable(result);

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { runProgram } from './run-program.mjs';

/*
 * `node bench/compare-with-parser.mjs FOLDER`: which workflows GitHub's own parser takes and we do not, and the other way
 * round. Both are asked about each file alone. Its modules import JSON as Node 20 does not, so they are bundled first.
 */

/** Our rules that say: GitHub does not take this file. */
const REFUSALS = new Set([
  'workflow-syntax',
  'expression-syntax',
  'event-config',
  'job-needs',
  'permission-scope',
  'workflow-call-mismatch',
  'size-limits',
  'reusable-workflow-depth',
]);

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node bench/compare-with-parser.mjs FOLDER');
  process.exit(2);
}

const theirs = await theirErrors(folder);
const ours = await ourErrors(folder);
const files = [...theirs.keys()].sort();
const onlyTheirs = files.filter((file) => theirs.get(file) && !ours.get(file));
const onlyOurs = files.filter((file) => !theirs.get(file) && ours.get(file));
const both = files.filter((file) => theirs.get(file) && ours.get(file)).length;

console.log(
  `${files.length} workflows; refused by both ${both}, by GitHub's parser alone ${onlyTheirs.length}, by us alone ${onlyOurs.length}\n`,
);
for (const file of onlyTheirs) console.log(`only GitHub's  ${file}\n    ${theirs.get(file)}`);
for (const file of onlyOurs) console.log(`only ours      ${file}\n    ${ours.get(file)}`);

/** The first error of each file, undefined where it is taken. */
async function theirErrors(folder) {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await loadParser();
  const errors = new Map();
  for (const path of await workflowsBelow(folder)) {
    const file = { name: relative(folder, path), content: await readFile(path, 'utf8') };
    const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
    if (value) await convertWorkflowTemplate(context, value);
    errors.set(file.name, context.errors.getErrors()[0]?.message);
  }
  return errors;
}

async function loadParser() {
  const folder = await mkdtemp(join(tmpdir(), 'workflow-parser-'));
  const outfile = join(folder, 'parser.mjs');
  await build({
    stdin: { contents: "export * from '@actions/workflow-parser'", resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    outfile,
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function ourErrors(folder) {
  const command = ['bin/pipewright.js', 'scan', folder, '--kind', 'workflow', '--isolated', '--format', 'json'];
  const { findings, problems } = JSON.parse((await runProgram(command)).stdout);
  const errors = new Map();
  for (const { path, line, message } of problems) errors.set(path, `line ${line}: ${message}`);
  for (const { path, rule, startLine, severity, confidence, message } of findings) {
    const refuses = REFUSALS.has(rule) && severity === 'high' && confidence === 'certain';
    if (refuses && !errors.has(path)) errors.set(path, `line ${startLine}: ${rule}: ${message}`);
  }
  return errors;
}

async function workflowsBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && !/^(action|dependabot)\.ya?ml$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

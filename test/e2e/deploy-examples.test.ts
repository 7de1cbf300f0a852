import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runProgram } from '../support/run-program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILES = ['docs/deploy/compose.yaml', 'docs/deploy/kubernetes.yaml', '.github/workflows/release.yml'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipewright-deploy-'));
  for (const file of FILES) cpSync(join(ROOT, file), join(folder, file));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function scan() {
  const args = [join(ROOT, 'bin/pipewright.js'), 'scan', '--strictness', 'regular', '--format', 'json'];
  const { code, out } = await runProgram(process.execPath, args, { cwd: folder });
  return { code, ...JSON.parse(out) };
}

test('our own rules object to nothing in what we tell people to run', async () => {
  expect(await scan()).toMatchObject({ code: 0, files: FILES.length, findings: [], problems: [] });
});

test.each([
  ['docs/deploy/compose.yaml', 'user: "1000:1000"', 'privileged: true'],
  ['docs/deploy/kubernetes.yaml', 'privileged: false', 'privileged: true'],
  ['.github/workflows/release.yml', '@e8998f949152b193b063cb0ec769d69d929409be', '@main'],
])('they look at %s: with one line made worse they object', async (file, good, bad) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(good);
  writeFileSync(path, text.replace(good, bad));
  const { code, findings } = await scan();
  expect(code).toBe(1);
  expect(findings).toContainEqual(expect.objectContaining({ path: file }));
});

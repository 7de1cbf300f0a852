import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readRunReport } from '../../src/action/read-run-report.ts';
import { runReport } from '../../src/action/run-report.ts';
import { cleanReview, sampleReview } from '../support/sample-review.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipewright-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  const path = join(folder, 'report.json');
  writeFileSync(path, text);
  return readRunReport(path);
}

const GOOD = {
  version: 1,
  repository: 'acme/churn',
  number: 12,
  headSha: 'a'.repeat(40),
  findings: ['0123456789abcdef0123'],
};
const fingerprints = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(20, '0'));

test('a report is read as it was written', async () => {
  expect(await read(JSON.stringify(GOOD))).toEqual({ report: GOOD });
  expect(await read(JSON.stringify({ ...GOOD, findings: fingerprints(1000) }))).toHaveProperty('report');
});

test('a report holds numbers and fingerprints of a review, and none of its texts', () => {
  const change = { ...sampleReview.change, number: 12, headSha: 'a'.repeat(40) };
  const report = runReport({ ...sampleReview, change });

  expect(Object.keys(report ?? {})).toEqual(Object.keys(GOOD));
  expect(report?.findings.length).toBeGreaterThan(0);
});

test('a review of no pull request leaves no report', () => {
  const { number: _, ...change } = cleanReview.change;

  expect(runReport({ ...cleanReview, change })).toBeUndefined();
});

test.each<[string, string]>([
  ['null', 'null'],
  ['a list', JSON.stringify([GOOD])],
  ['lists without end', '['.repeat(40_000) + ']'.repeat(40_000)],
  ['half of one', JSON.stringify(GOOD).slice(0, -1)],
  ['a later version', JSON.stringify({ ...GOOD, version: 2 })],
  ['an unknown key', JSON.stringify({ ...GOOD, conclusion: 'success' })],
  ['a prototype', JSON.stringify(GOOD).replace('{', '{"__proto__":{"number":1},')],
  ['a constructor', JSON.stringify({ ...GOOD, constructor: { prototype: {} } })],
  ['a number as text', JSON.stringify({ ...GOOD, number: '12' })],
  ['a negative number', JSON.stringify({ ...GOOD, number: -12 })],
  ['a huge number', JSON.stringify(GOOD).replace('12,', '1e400,')],
  ['a branch for a commit', JSON.stringify({ ...GOOD, headSha: 'main' })],
  ['a commit with a line break', JSON.stringify({ ...GOOD, headSha: `${GOOD.headSha}\n` })],
  ['a path for a fingerprint', JSON.stringify({ ...GOOD, findings: ['../../../etc/passwd'] })],
  ['a finding with a message', JSON.stringify({ ...GOOD, findings: [{ message: '@ada ::error::x' }] })],
  ['more findings than one has', JSON.stringify({ ...GOOD, findings: fingerprints(1001) })],
])('%s is no report', async (_, text) => {
  expect(await read(text)).toEqual({ refused: 'it does not have the form of a report' });
});

test('what is too large is not read', async () => {
  const { refused } = (await read(JSON.stringify({ ...GOOD, findings: fingerprints(10_000) }))) as { refused: string };

  expect(refused).toMatch(/^it has 231 kB/);
});

test('a link and a folder are not read', async () => {
  writeFileSync(join(folder, 'report.json'), JSON.stringify(GOOD));
  symlinkSync(join(folder, 'report.json'), join(folder, 'link.json'));
  mkdirSync(join(folder, 'folder'));

  for (const name of ['link.json', 'folder'])
    expect(await readRunReport(join(folder, name))).toEqual({ refused: 'it is no file' });
});

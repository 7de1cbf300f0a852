import { expect, test } from '@jest/globals';
import { isSlip } from '../../../src/rules/workflow/jobs/is-slip.ts';

test.each([
  ['fetch_depth', 'fetch-depth'],
  ['Fetch-Depth', 'fetch-depth'],
  ['fetch-dpeth', 'fetch-depth'],
  ['repositry', 'repository'],
  ['pyhton-version', 'python-version'],
  ['lable', 'label'],
])('%s is a mistyped %s', (typed, name) => {
  expect(isSlip(typed, name)).toBe(true);
});

test.each([
  ['cache-path', 'cache-key'],
  ['path', 'patch'],
  ['ref', 'ret'],
  ['node-version-file', 'node-version'],
  ['token', 'tools'],
])('%s may be something else than %s', (typed, name) => {
  expect(isSlip(typed, name)).toBe(false);
});

test('words that nobody types are compared in no time', () => {
  expect(isSlip('a'.repeat(20_000), 'b'.repeat(20_000))).toBe(false);
});

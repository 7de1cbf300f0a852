import { describe, expect, test } from '@jest/globals';
import { isOlder, toVersion } from '../../../src/rules/ml/versions/version.ts';
import { versionRange } from '../../../src/rules/ml/versions/version-range.ts';

describe('which versions a specifier admits', () => {
  test.each([
    ['==1.26.4', { from: [1, 26, 4], below: [1, 26, 5] }],
    ['==1.26.*', { from: [1, 26], below: [1, 27] }],
    ['=1.26', { from: [1, 26], below: [1, 27] }],
    ['1.26.4', { from: [1, 26, 4], below: [1, 26, 5] }],
    ['>=1.24,<2', { from: [1, 24], below: [2] }],
    ['>=1.24 <2', { from: [1, 24], below: [2] }],
    ['<=1.26', { below: [1, 27] }],
    ['~=2.4.1', { from: [2, 4, 1], below: [2, 5] }],
    ['~=2.4', { from: [2, 4], below: [3] }],
    ['^1.4', { from: [1, 4], below: [2] }],
    ['^0.3.1', { from: [0, 3, 1], below: [0, 4] }],
    ['~1.4.2', { from: [1, 4, 2], below: [1, 5] }],
    ['>=2.0,!=2.1.0', { from: [2, 0] }],
    ['', {}],
    ['*', {}],
    ['@ git+https://example.org/pears.git', {}],
  ])('%s', (specifier, range) => {
    expect(versionRange(specifier)).toEqual(range);
  });
});

test('versions are compared number by number, and missing numbers are zero', () => {
  expect(isOlder([2, 9], [2, 10])).toBe(true);
  expect(isOlder([3], [3, 0])).toBe(false);
  expect(isOlder([3, 0, 1], [3])).toBe(false);
});

test('what follows the numbers of a version is left out', () => {
  expect(toVersion('v2.6.0+cu121')).toEqual([2, 6, 0]);
  expect(toVersion('2.0rc1')).toEqual([2, 0]);
  expect(toVersion('latest')).toBeUndefined();
});

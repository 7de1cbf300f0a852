import { expect, test } from '@jest/globals';
import { isTouched } from '../../src/change/is-touched.ts';
import { parseHunks } from '../../src/change/parse-hunks.ts';
import type { ChangedFile } from '../../src/types.ts';

/** Line 2 is replaced, line 5 is new, what stood between 7 and 8 is gone. */
const file: ChangedFile = {
  path: 'a.yml',
  kind: 'workflow',
  status: 'modified',
  hunks: parseHunks('@@ -1,8 +1,8 @@\n one\n-old\n+two\n three\n four\n+five\n six\n seven\n-gone\n eight\n'),
};

test.each([
  [1, 1, false],
  [2, 2, true],
  [3, 4, false],
  [4, 5, true],
  [7, 7, false],
  [8, 8, false],
  [6, 8, true],
])('lines %i to %i: %s', (start, end, touched) => {
  expect(isTouched(file, start, end)).toBe(touched);
});

test('a hunk that only removes stands behind the line that it names', () => {
  const hunks = parseHunks('@@ -4,1 +3,0 @@\n-gone\n');

  expect(isTouched({ ...file, hunks }, 3, 4)).toBe(true);
  expect(isTouched({ ...file, hunks }, 2, 3)).toBe(false);
});

test('without a patch nothing is known to be touched', () => {
  const { hunks: _none, ...bare } = file;

  expect(isTouched(bare, 1, 100)).toBe(false);
});

import { expect, test } from '@jest/globals';
import { commentableHunks } from '../../src/change/commentable-lines.ts';
import { diffTexts } from '../../src/change/diff-texts.ts';
import { parseHunks } from '../../src/change/parse-hunks.ts';

const PATCH = `@@ -3,4 +3,4 @@ jobs:
 three
-four
+FOUR
 five
 six
@@ -20 +20,2 @@
 twenty
+twenty-one
\\ No newline at end of file`;

test('a patch gives hunks with their lines', () => {
  expect(parseHunks(PATCH)).toEqual([
    { oldStart: 3, oldLines: 4, newStart: 3, newLines: 4, lines: [' three', '-four', '+FOUR', ' five', ' six'] },
    { oldStart: 20, oldLines: 1, newStart: 20, newLines: 2, lines: [' twenty', '+twenty-one'] },
  ]);
});

test('comments may stand on head lines of a hunk, and on deleted lines of the base', () => {
  const [first] = commentableHunks({ path: 'a', kind: 'other', status: 'modified', hunks: parseHunks(PATCH) });

  expect([...(first?.right ?? [])]).toEqual([3, 4, 5, 6]);
  expect([...(first?.left ?? [])]).toEqual([4]);
  expect([...(first?.added ?? [])]).toEqual([4]);
});

test('the hunks between two texts are those of git', () => {
  expect(diffTexts('a\nb\nc\n', 'a\nB\nc\n')).toEqual([
    { oldStart: 1, oldLines: 3, newStart: 1, newLines: 3, lines: [' a', '-b', '+B', ' c'] },
  ]);
});

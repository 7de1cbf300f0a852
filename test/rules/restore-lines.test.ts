import { expect, test } from '@jest/globals';
import { applyEdits } from '../../src/change/apply-edits.ts';
import { restoreLines } from '../../src/rules/restore-lines.ts';

function restored(base: string, line: string, head: string): string | undefined {
  const start = base.indexOf(line);
  const edit = restoreLines(base, { start, end: start + line.length }, head);
  return edit && applyEdits(head, [edit]);
}

test('a line goes back behind the line it followed', () => {
  expect(restored('a\nb\nc\n', 'b', 'a\nnew\nc\n')).toBe('a\nb\nnew\nc\n');
});

test('where that one is gone too, it goes before the line that followed it', () => {
  expect(restored('a\nb\nc\n', 'b', 'x\nc\n')).toBe('x\nb\nc\n');
});

test('empty lines between it and its neighbour come back as well', () => {
  expect(restored('a\n\nb\n\nc\n', 'b', 'a\n\nc\n')).toBe('a\n\nb\n\nc\n');
});

test('a neighbour that stands twice tells nothing', () => {
  expect(restored('a\nb\na\n', 'b', 'a\na\n')).toBeUndefined();
});

test('it takes the line ends of the head', () => {
  expect(restored('a\nb\nc\n', 'b', 'a\r\nc\r\n')).toBe('a\r\nb\r\nc\r\n');
});

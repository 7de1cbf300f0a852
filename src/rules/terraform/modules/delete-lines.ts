import type { Edit, Range } from '../../../types.ts';

/** Deletes a block or attribute with its lines, the comment right above it, and the empty line behind it. */
export function deleteLines(source: string, range: Range): Edit {
  let start = source.lastIndexOf('\n', range.start - 1) + 1;
  for (;;) {
    const above = source.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !/^\s*(#|\/\/)/.test(source.slice(above, start))) break;
    start = above;
  }
  const lineEnd = source.indexOf('\n', range.end);
  let end = lineEnd < 0 ? source.length : lineEnd + 1;
  const blank = /^[ \t]*\r?\n/.exec(source.slice(end))?.[0];
  const isFirst = source.slice(0, start).trim() === '';
  const before = source.slice(0, start);
  if (blank !== undefined && (isFirst || /\n[ \t]*\r?\n$/.test(before))) end += blank.length;
  // The last one of the file leaves no empty line at its end.
  if (source.slice(end).trim() === '') start -= /(\r?\n[ \t]*)(?=\r?\n$)/.exec(before)?.[0].length ?? 0;
  return { range: { start, end }, text: '' };
}

import { lineIndexAt, lineStarts } from '../change/line-starts.ts';
import type { Location, Range, Side } from '../types.ts';

export { lineStarts };

const startsOf = new Map<string, readonly number[]>();
/** Characters of the texts in it: each rule goes through all files, so that fewer than a review has would help none. */
let held = 0;
const MAX_HELD = 8_000_000;

/** Line starts of the texts looked at last; locations of one document are asked for again and again. */
function cachedLineStarts(source: string): readonly number[] {
  const known = startsOf.get(source);
  if (known) return known;
  if (held > MAX_HELD) {
    startsOf.clear();
    held = 0;
  }
  const starts = lineStarts(source);
  startsOf.set(source, starts);
  held += source.length;
  return starts;
}

/**
 * Turns offsets into lines and columns. A range that ends right after a line break ends on the line before it,
 * as a person would say it.
 */
export function toLocation(path: string, side: Side, source: string, range: Range): Location {
  const starts = cachedLineStarts(source);
  const startLine = lineIndexAt(starts, range.start);
  let endLine = lineIndexAt(starts, range.end);
  let end = range.end;
  if (endLine > startLine && end === starts[endLine]) {
    endLine -= 1;
    end = (starts[endLine + 1] ?? end) - 1;
  }
  return {
    path,
    side,
    startLine: startLine + 1,
    startColumn: range.start - (starts[startLine] ?? 0) + 1,
    endLine: endLine + 1,
    endColumn: end - (starts[endLine] ?? 0) + 1,
  };
}

export function sliceOf(source: string, range: Range): string {
  return source.slice(range.start, range.end);
}

/** The whole line or lines a range stands on, without the last line break. */
export function lineRange(source: string, range: Range): Range {
  const starts = cachedLineStarts(source);
  const start = starts[lineIndexAt(starts, range.start)] ?? 0;
  const next = starts[lineIndexAt(starts, range.end) + 1];
  if (next === undefined) return { start, end: source.length };
  const end = source[next - 2] === '\r' && source[next - 1] === '\n' ? next - 2 : next - 1;
  return { start, end: Math.max(start, end) };
}

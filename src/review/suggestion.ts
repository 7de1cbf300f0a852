import { applyEdits } from '../change/apply-edits.ts';
import { lineIndexAt, lineStarts } from '../change/line-starts.ts';
import { isSpeakable } from '../sanitise.ts';
import type { Edit } from '../types.ts';

/** Whole lines of the head and what replaces them: the form that GitHub's suggestions need. Lines count from 1. */
export interface Suggestion {
  readonly startLine: number;
  readonly endLine: number;
  /** None where the lines are deleted: on GitHub an empty line is something else than no line. */
  readonly lines: readonly string[];
}

/** Turns edits into one replacement of whole lines. Undefined when they do not fit together, or a line cannot be said. */
export function toSuggestion(
  source: string,
  edits: readonly Edit[],
  isCommentable: (line: number) => boolean,
): Suggestion | undefined {
  const fixed = applyEdits(source, edits);
  if (fixed === undefined || edits.length === 0) return undefined;
  const starts = lineStarts(source);
  const first = Math.min(...edits.map((edit) => edit.range.start));
  const last = Math.max(...edits.map((edit) => lastOffset(source, edit)));
  let startIndex = lineIndexAt(starts, first);
  let endIndex = Math.max(startIndex, lineIndexAt(starts, last));
  if (isInsertionBefore(starts[startIndex], edits) && !isCommentable(startIndex + 1) && isCommentable(startIndex)) {
    startIndex -= 1;
    endIndex = startIndex;
  }
  const from = starts[startIndex] ?? 0;
  const to = starts[endIndex + 1] ?? source.length;
  const tail = source.length - to;
  const text = fixed.slice(from, fixed.length - tail);
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (!lines.every(isSpeakable)) return undefined;
  return { startLine: startIndex + 1, endLine: endIndex + 1, lines };
}

/** An edit that ends with the line break of a line does not touch the line after it. */
function lastOffset(source: string, { range }: Edit): number {
  return range.end > range.start && source[range.end - 1] === '\n' ? range.end - 1 : range.end;
}

function isInsertionBefore(lineStart: number | undefined, edits: readonly Edit[]): boolean {
  return (
    edits.length === 1 && edits[0]?.range.start === lineStart && edits[0]?.range.end === lineStart && lineStart !== 0
  );
}

import { structuredPatch } from 'diff';
import type { Hunk } from '../types.ts';

/** The hunks between two texts, as git would show them; undefined when finding them takes too long. */
export function diffTexts(before: string, after: string): Hunk[] | undefined {
  const patch = structuredPatch('a', 'b', before, after, '', '', { context: 3, timeout: 2000 });
  return patch?.hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
    oldStart,
    oldLines,
    newStart,
    newLines,
    lines: lines.filter((line) => !line.startsWith('\\')),
  }));
}

import type { ChangedFile } from '../types.ts';

/** Whether a change adds or removes something on or within lines of a head file; without a patch nobody can tell: false. */
export function isTouched({ hunks = [] }: ChangedFile, startLine: number, endLine: number): boolean {
  return hunks.some(({ newStart, newLines, lines }) => {
    // Where nothing is left of a hunk, its position is the line before it.
    let line = newLines === 0 ? newStart + 1 : newStart;
    for (const text of lines) {
      if (text.startsWith('-')) {
        if (startLine < line && line <= endLine) return true;
      } else {
        if (text.startsWith('+') && startLine <= line && line <= endLine) return true;
        line++;
      }
    }
    return false;
  });
}

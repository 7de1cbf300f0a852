import type { Hunk } from '../types.ts';

const HEADER = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads the hunks of one file's unified diff, as `git diff` and GitHub's `patch` field write them.
 * Lines before the first `@@` (file headers) and `\ No newline at end of file` are left out.
 */
export function parseHunks(patch: string): Hunk[] {
  const hunks: { -readonly [K in keyof Hunk]: K extends 'lines' ? string[] : Hunk[K] }[] = [];
  for (const line of patch.split('\n')) {
    const header = HEADER.exec(line);
    if (header) {
      const [, oldStart, oldLines, newStart, newLines] = header;
      hunks.push({
        oldStart: Number(oldStart),
        oldLines: Number(oldLines ?? 1),
        newStart: Number(newStart),
        newLines: Number(newLines ?? 1),
        lines: [],
      });
      continue;
    }
    const hunk = hunks.at(-1);
    if (hunk && /^[ +-]/.test(line)) hunk.lines.push(line);
  }
  return hunks;
}

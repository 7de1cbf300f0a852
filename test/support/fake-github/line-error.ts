import type { DiffRow } from './diff-rows.ts';

export interface Place {
  readonly path: string;
  readonly line: number;
  readonly side?: string;
  readonly start_line?: number;
  readonly start_side?: string;
}

/** Why GitHub would refuse a comment at a place, in its words; undefined when it would not. */
export function lineError(diff: readonly DiffRow[], place: Place): string | undefined {
  const row = diff.find(({ path }) => path === place.path);
  if (row === undefined) return 'Path could not be resolved';
  const side = place.side === 'LEFT' ? 'LEFT' : 'RIGHT';
  const hunk = linesOfHunks(row.patch ?? '', side).find((lines) => lines.has(place.line));
  if (hunk === undefined) return 'Pull request review thread line must be part of the diff';
  if (place.start_line === undefined) return undefined;
  if (place.start_line >= place.line) return 'Pull request review thread start line must precede the end line.';
  if (!hunk.has(place.start_line)) {
    return 'Pull request review thread start line must be part of the same hunk as the line.';
  }
  return undefined;
}

/** The line numbers of each hunk on a side; the left side has the deleted and the unchanged ones. */
function linesOfHunks(patch: string, side: 'LEFT' | 'RIGHT'): readonly ReadonlySet<number>[] {
  const hunks: Set<number>[] = [];
  let next = 0;
  for (const line of patch.split('\n')) {
    const [, left, right] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line) ?? [];
    if (left !== undefined && right !== undefined) {
      hunks.push(new Set());
      next = Number(side === 'LEFT' ? left : right);
    } else if (line.startsWith(side === 'LEFT' ? '-' : '+') || line.startsWith(' ')) {
      hunks.at(-1)?.add(next);
      next += 1;
    }
  }
  return hunks;
}

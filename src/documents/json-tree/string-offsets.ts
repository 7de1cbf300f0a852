import type { JsonString } from '../json-tree.ts';
import { JSON_ESCAPE } from './unescape-json.ts';

/**
 * Where the characters of a JSON string stand in the source: maps an offset in the decoded value, its end included,
 * to an offset in the source.
 */
export function stringOffsets(source: string, node: JsonString): (offset: number) => number {
  const start = node.range.start + 1;
  const raw = source.slice(start, node.range.end - 1);
  if (raw.length === node.value.length) return (offset) => start + offset;
  // Each escape is one character of the value: everything after it moves by what it is longer.
  const escapes: { readonly after: number; readonly shift: number }[] = [];
  let shift = 0;
  for (const match of raw.matchAll(JSON_ESCAPE)) {
    const after = match.index - shift;
    shift += match[0].length - 1;
    escapes.push({ after, shift });
  }
  return (offset) => start + offset + shiftAt(escapes, offset);
}

function shiftAt(escapes: readonly { readonly after: number; readonly shift: number }[], offset: number): number {
  let low = 0;
  let high = escapes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((escapes[middle]?.after ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return escapes[low - 1]?.shift ?? 0;
}

import type { YamlEntry, YamlMap } from '../documents/yaml/yaml-node.ts';
import type { Edit } from '../types.ts';

/**
 * Puts an entry of a base mapping back into the same mapping of the head: before the first key that followed it on the
 * base and is still there, else behind the last one, with the head's indentation. Undefined for flow mappings, aliases and empty ones.
 */
export function restoreEntry(
  base: string,
  entry: YamlEntry,
  from: YamlMap,
  head: string,
  into: YamlMap,
): Edit | undefined {
  const own = into.entries.filter(({ merged }) => !merged);
  const [first] = own;
  const last = own.at(-1);
  if (from.flow || into.flow || entry.merged || !first || !last) return undefined;
  const indent = ' '.repeat(columnOf(head, first.range.start));
  const newLine = head.includes('\r\n') ? '\r\n' : '\n';
  const text = linesOf(base, entry)
    .map((line, i) => (i === 0 || line === '' ? line : indent + line))
    .join(newLine);

  const followers = from.entries.slice(from.entries.indexOf(entry) + 1).map(({ key }) => key.text);
  const next = own.find(({ key }) => followers.includes(key.text));
  if (next) return { range: { start: next.range.start, end: next.range.start }, text: `${text}${newLine}${indent}` };
  const end = head.slice(0, last.range.end).trimEnd().length;
  const lineEnd = head.indexOf('\n', end);
  const at = lineEnd < 0 ? head.length : head[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  return { range: { start: at, end: at }, text: `${newLine}${indent}${text}` };
}

/** The lines of an entry, without the indentation that all of them share. */
function linesOf(source: string, entry: YamlEntry): string[] {
  const column = columnOf(source, entry.range.start);
  const lines = source.slice(entry.range.start, entry.range.end).trimEnd().split(/\r?\n/);
  return lines.map((line, i) => (i === 0 ? line : line.slice(Math.min(column, line.length - line.trimStart().length))));
}

function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

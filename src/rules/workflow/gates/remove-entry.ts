import type { YamlEntry, YamlMap } from '../../../documents/yaml/yaml-node.ts';
import type { Edit } from '../../../types.ts';

/** The edit that takes an entry out of a block mapping, with its line or lines; the first key of a list item keeps the dash. */
export function removeEntry(source: string, entry: YamlEntry, map: YamlMap): Edit {
  const lineStart = source.lastIndexOf('\n', entry.range.start - 1) + 1;
  const lineEnd = source.indexOf('\n', entry.range.end) + 1 || source.length;
  const next = map.entries[map.entries.indexOf(entry) + 1];
  const alone = source.slice(lineStart, entry.range.start).trim() === '';
  if (alone || !next) return { range: { start: lineStart, end: lineEnd }, text: '' };
  return { range: { start: entry.range.start, end: next.range.start }, text: '' };
}

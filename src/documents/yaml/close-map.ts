import type { ParseProblem, Range } from '../../types.ts';
import type { YamlEntry, YamlMap, YamlNode } from './yaml-node.ts';

/** Makes a map of its entries: reports duplicate keys and resolves merge keys (`<<`). */
export function closeMap(
  entries: readonly YamlEntry[],
  range: Range,
  flow: boolean,
  problems: ParseProblem[],
): YamlMap {
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key.text) && key.text !== '<<') {
      problems.push({
        range: key.range,
        severity: 'partial',
        message: `The key \`${key.text.slice(0, 60)}\` stands twice in this mapping; only the last one counts.`,
      });
    }
    seen.add(key.text);
  }
  if (!seen.has('<<')) return { type: 'map', entries, range, flow };

  const own = entries.filter((entry) => entry.key.text !== '<<');
  const merges = entries.filter((entry) => entry.key.text === '<<');
  const merged = merges.flatMap((entry) => mergedEntries(entry.value));
  const missing = merged.filter((entry) => !seen.has(entry.key.text) && seen.add(entry.key.text));
  const mergeKeys = merges.map((entry) => entry.key.range);
  return { type: 'map', entries: [...own, ...missing], range, flow, mergeKeys };
}

function mergedEntries(node: YamlNode): readonly YamlEntry[] {
  if (node.type === 'list') return node.items.flatMap(mergedEntries);
  return node.type === 'map' ? node.entries.map((entry) => ({ ...entry, merged: true })) : [];
}

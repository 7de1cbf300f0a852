import type { Job } from '../../../documents/workflow/job.ts';
import { at, entryOf, type YamlEntry, type YamlList, type YamlMap } from '../../../documents/yaml/yaml-node.ts';

/** An axis whose values stand in the file. */
export interface Axis {
  readonly entry: YamlEntry;
  readonly values: YamlList;
}

export interface StaticMatrix {
  readonly map: YamlMap;
  readonly axes: readonly Axis[];
  /** Whether each axis is listed in the file, and none is computed. */
  readonly whole: boolean;
}

/** The matrix of a job as far as it stands in the file; undefined where there is none, or all of it is computed. */
export function readMatrix(job: Job): StaticMatrix | undefined {
  const map = at(job.node, 'strategy', 'matrix');
  if (map?.type !== 'map') return undefined;
  const named = map.entries.filter(({ key }) => key.text !== 'include' && key.text !== 'exclude');
  const axes = named.flatMap((entry) => (entry.value.type === 'list' ? [{ entry, values: entry.value }] : []));
  const isComputed = named.some(({ key, value }) => key.text.includes('${{') || value.type !== 'list');
  return { map, axes, whole: !isComputed };
}

/** The items of `include` or `exclude`; undefined where they are computed. */
export function itemsOf(map: YamlMap, key: 'include' | 'exclude'): YamlList['items'] | undefined {
  const node = entryOf(map, key)?.value;
  if (!node || (node.type === 'scalar' && node.value === null)) return [];
  return node.type === 'list' ? node.items : undefined;
}

import type { Range } from '../../types.ts';
import { textAt, type YamlNode } from '../yaml/yaml-node.ts';

/** An entry of deps, outs or metrics. */
export interface DvcPath {
  readonly path: string;
  readonly range: Range;
  readonly md5?: string;
  /** False: the file lives in git, not in the DVC cache. */
  readonly cached: boolean;
}

/** Reads `- path`, `- path: {cache: false}` and the lock's `- path: p, md5: m`. */
export function readPaths(items: readonly YamlNode[]): DvcPath[] {
  return items.flatMap((item): DvcPath[] => {
    if (item.type === 'scalar') return [{ path: item.text, range: item.range, cached: true }];
    if (item.type !== 'map') return [];
    const locked = textAt(item, 'path');
    if (locked !== undefined) {
      const md5 = textAt(item, 'md5');
      return [{ path: locked, range: item.range, cached: true, ...(md5 ? { md5 } : {}) }];
    }
    return item.entries.map(({ key, value, range }) => ({
      path: key.text,
      range,
      cached: textAt(value, 'cache') !== 'false',
    }));
  });
}

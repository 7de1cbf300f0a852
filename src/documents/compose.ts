import type { Document, Range, Side } from '../types.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { mapAt, type YamlMap } from './yaml/yaml-node.ts';

export interface ComposeService {
  readonly name: string;
  readonly nameRange: Range;
  readonly node: YamlMap;
}

export interface ComposeView {
  readonly root?: YamlMap;
  readonly services: readonly ComposeService[];
}

export type ComposeDocument = Document<'compose', ComposeView>;

/** Reads a Compose file, also the first format that had services at the top. */
export function parseCompose(path: string, side: Side, source: string): ComposeDocument {
  const { roots, problems, comments } = parseYaml(source);
  // Compose merges the documents of a stream: each may bring services.
  const maps = roots.filter((node) => node.type === 'map');
  const [root] = maps;
  const services = maps
    .flatMap((map) => mapAt(map, 'services')?.entries ?? [])
    .flatMap(({ key, value }): ComposeService[] =>
      value.type === 'map' ? [{ name: key.text, nameRange: key.range, node: value }] : [],
    );
  return { kind: 'compose', path, side, source, view: { services, ...(root ? { root } : {}) }, comments, problems };
}

import type { Document, Side } from '../types.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { scalarsBelow, type YamlMap, type YamlScalar } from './yaml/yaml-node.ts';

/** One value with its dotted key, as DVC names it. */
export interface Param {
  readonly key: string;
  readonly scalar: YamlScalar;
}

export interface ParamsView {
  readonly root?: YamlMap;
  readonly params: readonly Param[];
}

export type ParamsDocument = Document<'params', ParamsView>;

/** Reads a params.yaml: the values that steer a training pipeline. */
export function parseParams(path: string, side: Side, source: string): ParamsDocument {
  const { roots, problems, comments } = parseYaml(source);
  const root = roots[0]?.type === 'map' ? roots[0] : undefined;
  const params = [...scalarsBelow(root)].map(({ scalar, path: keys }) => ({ key: keys.join('.'), scalar }));
  return { kind: 'params', path, side, source, view: { params, ...(root ? { root } : {}) }, comments, problems };
}

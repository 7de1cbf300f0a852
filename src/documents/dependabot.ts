import type { Document, Side } from '../types.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { itemsAt, textAt, type YamlMap } from './yaml/yaml-node.ts';

export interface DependabotUpdate {
  readonly ecosystem: string;
  readonly directory: string;
  readonly node: YamlMap;
}

export interface DependabotView {
  readonly root?: YamlMap;
  readonly updates: readonly DependabotUpdate[];
}

export type DependabotDocument = Document<'dependabot', DependabotView>;

/** Reads .github/dependabot.yml. */
export function parseDependabot(path: string, side: Side, source: string): DependabotDocument {
  const { roots, problems, comments } = parseYaml(source);
  const root = roots[0]?.type === 'map' ? roots[0] : undefined;
  const updates = itemsAt(root, 'updates').flatMap((node): DependabotUpdate[] => {
    if (node.type !== 'map') return [];
    return [{ ecosystem: textAt(node, 'package-ecosystem') ?? '', directory: textAt(node, 'directory') ?? '/', node }];
  });
  return { kind: 'dependabot', path, side, source, view: { updates, ...(root ? { root } : {}) }, comments, problems };
}

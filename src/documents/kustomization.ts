import type { Document, Range, Side } from '../types.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { itemsAt, type YamlMap } from './yaml/yaml-node.ts';

/** Something that a kustomization names: a file, a folder or an address. */
export interface KustomizeReference {
  readonly list: 'resources' | 'bases' | 'components' | 'patches';
  readonly target: string;
  readonly range: Range;
}

export interface KustomizationView {
  readonly root?: YamlMap;
  readonly references: readonly KustomizeReference[];
}

export type KustomizationDocument = Document<'kustomization', KustomizationView>;

const LISTS = ['resources', 'bases', 'components', 'patches'] as const;

/** Reads a kustomization.yaml (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
export function parseKustomization(path: string, side: Side, source: string): KustomizationDocument {
  const { roots, problems, comments } = parseYaml(source);
  const root = roots[0]?.type === 'map' ? roots[0] : undefined;
  const references = LISTS.flatMap((list) =>
    itemsAt(root, list).flatMap((item): KustomizeReference[] =>
      item.type === 'scalar' ? [{ list, target: item.text, range: item.range }] : [],
    ),
  );
  return {
    kind: 'kustomization',
    path,
    side,
    source,
    view: { references, ...(root ? { root } : {}) },
    comments,
    problems,
  };
}

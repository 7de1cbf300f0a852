import type { YamlScalar } from '../yaml/yaml-node.ts';
import { at, scalarAt, textAt, type YamlMap } from '../yaml/yaml-node.ts';

export interface Container {
  readonly name: string;
  readonly role: 'container' | 'init' | 'ephemeral';
  readonly node: YamlMap;
  readonly image?: YamlScalar;
  /** An init container that keeps running beside the others (Kubernetes 1.28). */
  readonly sidecar: boolean;
}

const LISTS = [
  ['containers', 'container'],
  ['initContainers', 'init'],
  ['ephemeralContainers', 'ephemeral'],
] as const;

/** All containers of a pod spec. */
export function readContainers(spec: YamlMap): Container[] {
  return LISTS.flatMap(([key, role]) => {
    const list = at(spec, key);
    if (list?.type !== 'list') return [];
    return list.items.flatMap((node, index): Container[] => {
      if (node.type !== 'map') return [];
      const image = scalarAt(node, 'image');
      const sidecar = role === 'init' && textAt(node, 'restartPolicy') === 'Always';
      return [{ name: textAt(node, 'name') ?? `${role}-${index}`, role, node, sidecar, ...(image ? { image } : {}) }];
    });
  });
}

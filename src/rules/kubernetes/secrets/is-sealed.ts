import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';

/** Encrypted by SOPS, which leaves its own entry beside the object's. */
export function isSealed({ node }: KubernetesObject): boolean {
  return entryOf(node, 'sops') !== undefined;
}

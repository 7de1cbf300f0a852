import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, itemsAt } from '../../../documents/yaml/yaml-node.ts';

/** The pods share a volume that may be one that only one pod can hold, or a port of their node. */
export function holdsVolume({ pod }: KubernetesObject): boolean {
  return (
    itemsAt(pod?.spec, 'volumes').some(
      (volume) => entryOf(volume, 'persistentVolumeClaim') ?? entryOf(volume, 'hostPath'),
    ) || (pod?.containers ?? []).some(({ node }) => itemsAt(node, 'ports').some((port) => entryOf(port, 'hostPort')))
  );
}

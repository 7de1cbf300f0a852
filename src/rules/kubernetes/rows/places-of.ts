import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { eachContainer } from '../pods/each-container.ts';
import { makesPods, podSpec } from '../pods/pod-spec.ts';
import type { Place, PodRow } from './row.ts';

/** The places of an object that a row speaks of; none of an object that makes no pods. */
export function placesOf({ of, kinds }: PodRow, object: KubernetesObject): readonly Place[] {
  // What stands beside the pods is there without them as well, as in a patch.
  const spec = podSpec(object) ?? (of === 'object' && makesPods(object) ? object.node : undefined);
  if (!spec || (kinds && !kinds.has(object.kind))) return [];
  if (of === 'container')
    return eachContainer([object]).map(({ container, key }) => ({
      object,
      spec,
      container,
      node: container.node,
      key,
    }));
  return [{ object, spec, node: of === 'pod' ? spec : object.node, key: object.key }];
}

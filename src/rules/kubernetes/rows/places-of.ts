import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { eachContainer } from '../pods/each-container.ts';
import { podSpec } from '../pods/pod-spec.ts';
import type { Place, PodRow } from './row.ts';

/** The places of an object that a row speaks of; none of an object that makes no pods. */
export function placesOf({ of, kinds }: PodRow, object: KubernetesObject): readonly Place[] {
  const spec = podSpec(object);
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

/** Something runs here: a patch that only changes what stands elsewhere names no image. */
export function isWhole({ object, container }: Place): boolean {
  return container ? container.image !== undefined : (object.pod?.containers.some(({ image }) => image) ?? false);
}

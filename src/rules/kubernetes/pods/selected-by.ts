import { type KubernetesObject, labelsOf, type PodTemplate } from '../../../documents/kubernetes/kubernetes-object.ts';
import { mapAt } from '../../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../../subjects/kubernetes-set.ts';

/** The Services of the set that send traffic to these pods. */
export function selectedBy(set: KubernetesSet, object: KubernetesObject, pod: PodTemplate): KubernetesObject[] {
  return set.objects.flatMap(({ object: service }) => {
    if (service.kind !== 'Service' || service.apiVersion !== 'v1' || service.namespace !== object.namespace) return [];
    const selector = [...labelsOf(mapAt(service.node, 'spec', 'selector'))];
    return selector.length > 0 && selector.every(([key, value]) => pod.labels.get(key) === value) ? [service] : [];
  });
}

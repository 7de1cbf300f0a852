import { type KubernetesObject, labelsOf, type PodTemplate } from '../../../documents/kubernetes/kubernetes-object.ts';
import { mapAt } from '../../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../../subjects/kubernetes-set.ts';

/** The Services of the set that send traffic to these pods. */
export function selectedBy(set: KubernetesSet, object: KubernetesObject, pod: PodTemplate): KubernetesObject[] {
  const candidates = [...pod.labels].flatMap(([key, value]) => servicesOf(set).get(`${key}=${value}`) ?? []);
  return candidates
    .filter(
      ({ service, selector }) =>
        service.namespace === object.namespace && selector.every(([key, value]) => pod.labels.get(key) === value),
    )
    .map(({ service }) => service);
}

interface Selecting {
  readonly service: KubernetesObject;
  readonly selector: readonly (readonly [string, string])[];
}

const known = new WeakMap<KubernetesSet, ReadonlyMap<string, readonly Selecting[]>>();

/** Services by the first label that they select by. */
function servicesOf(set: KubernetesSet): ReadonlyMap<string, readonly Selecting[]> {
  const earlier = known.get(set);
  if (earlier) return earlier;
  const services = new Map<string, Selecting[]>();
  for (const { object: service } of set.objects) {
    if (service.kind !== 'Service' || service.apiVersion !== 'v1') continue;
    const selector = [...labelsOf(mapAt(service.node, 'spec', 'selector'))];
    const [first] = selector;
    if (!first) continue;
    const key = first.join('=');
    services.set(key, [...(services.get(key) ?? []), { service, selector }]);
  }
  known.set(set, services);
  return services;
}

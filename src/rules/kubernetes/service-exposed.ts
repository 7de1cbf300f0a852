import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, itemsAt, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const serviceExposed: Rule<KubernetesDocument> = {
  id: 'service-exposed',
  kinds: ['kubernetes'],
  title: 'Load balancer can be reached from everywhere',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    'kube-linter': ['exposed-services'],
    kics: ['26763a1c-5dda-4772-b507-5fca7fb5f165'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      const type = entryOf(mapAt(object.node, 'spec'), 'type');
      if (object.kind !== 'Service' || textAt(type?.value) !== 'LoadBalancer') continue;
      if (isInternal(object) || isLimited(object)) continue;
      yield {
        range: type?.range ?? object.range,
        key: `${object.key}/type`,
        message: {
          what: `${quote(object.key)} is a ${quote('LoadBalancer')} without a range of senders.`,
          why: 'The cloud gives it an address of its own, which everybody on the internet reaches unless it says otherwise.',
          remedy: `Limit it with ${quote('loadBalancerSourceRanges')}, or use ${quote('type: ClusterIP')} behind the Ingress or Gateway.`,
        },
      };
    }
  },
};

/** Each cloud has an annotation of its own. */
function isInternal({ node }: KubernetesObject): boolean {
  const annotations = mapAt(node, 'metadata', 'annotations')?.entries ?? [];
  return annotations.some(
    ({ key, value }) =>
      /internal|load-balancer-type|-scheme$/i.test(key.text) &&
      value.type === 'scalar' &&
      /^(true|internal|private|0\.0\.0\.0\/0)$/i.test(value.text),
  );
}

function isLimited({ node }: KubernetesObject): boolean {
  const ranges = itemsAt(node, 'spec', 'loadBalancerSourceRanges');
  return (
    ranges.length > 0 && !ranges.some((range) => range.type === 'scalar' && /^(0\.0\.0\.0|::)\/0$/.test(range.text))
  );
}

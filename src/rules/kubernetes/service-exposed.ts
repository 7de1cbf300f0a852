import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, itemsAt, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const serviceExposed: Rule<KubernetesDocument> = {
  id: 'service-exposed',
  kinds: ['kubernetes'],
  title: 'Service can be reached from outside the cluster',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    'kube-linter': ['exposed-services'],
    'kube-score': ['service-type'],
    kics: ['845acfbe-3e10-4b8e-b656-3b404d36dfb2', '26763a1c-5dda-4772-b507-5fca7fb5f165'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      const type = entryOf(mapAt(object.node, 'spec'), 'type');
      const said = textAt(type?.value);
      if (object.kind !== 'Service' || !type || !said || !/^(NodePort|LoadBalancer)$/.test(said)) continue;
      if (isInternal(object) || isLimited(object)) continue;
      yield {
        range: type.range,
        key: `${object.key}/type`,
        message: {
          what: `${quote(object.key)} is a ${quote(said)}.`,
          why:
            said === 'NodePort'
              ? 'The port is open on every node, past the Ingress and what it checks.'
              : 'The cloud gives it an address of its own, which everybody on the internet reaches unless it says otherwise.',
          remedy: `Use ${quote('type: ClusterIP')} behind the Ingress or Gateway, or limit it with ${quote('loadBalancerSourceRanges')}.`,
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

import { type KubernetesObject, labelsOf } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, mapAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { placedObjects } from './changes/placed-objects.ts';
import { isPlaceholder } from './objects/is-placeholder.ts';
import { isClosed } from './sets/is-closed.ts';
import { confidenceOf, isTogether, relatedTo } from './sets/missing-target.ts';
import { neighboursOf } from './sets/neighbours-of.ts';
import { hasLabels, lastingPairs, nearestWorkload } from './sets/selected-pods.ts';

export const serviceDangling: Rule<KubernetesSet> = {
  id: 'service-dangling',
  kinds: ['kubernetes'],
  title: 'Service selects no pod',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    'kube-linter': ['dangling-service'],
    'kube-score': ['service-targets-pod'],
    kics: ['3ca03a61-3249-4c16-8427-6f8e47dda729'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  needs: (set) => neighboursOf(set, /^Service$/),

  *check(set, context) {
    const services = set.objects.filter(({ object }) => object.kind === 'Service' && object.apiVersion === 'v1');
    if (services.length === 0 || !isClosed(set, context)) return;
    const all = placedObjects(context, context.side);
    for (const { object, document } of services) {
      const selector = entryOf(mapAt(object.node, 'spec'), 'selector');
      const said = [...labelsOf(mapAt(object.node, 'spec', 'selector'))];
      const pairs = lastingPairs(said);
      if (!selector || pairs.length === 0 || said.some((pair) => pair.some(isPlaceholder))) continue;
      if (all.some((other) => hasLabels(other.object, pairs)) || !hasPods(object, set)) continue;
      const near = nearestWorkload(object, pairs, set);
      yield {
        path: document.path,
        range: selector.range,
        key: `${object.key}/selector`,
        ...confidenceOf(near),
        ...relatedTo(near),
        message: {
          what: `${quote(object.key)} selects ${quoteAll(pairs.map((pair) => pair.join(': ')))}, which no pods here have${near ? `; those of ${quote(near.object.key)} have ${quoteAll([...(near.object.pod?.labels ?? [])].map((pair) => pair.join(': ')))}` : ''}.`,
          why: 'It has no pods to send requests to: all of them fail.',
          remedy: 'Use the labels of the pods that are meant.',
        },
      };
    }
  },
};

function hasPods(object: KubernetesObject, set: KubernetesSet): boolean {
  return set.objects.some(({ object: other }) => other.pod && isTogether(object, other));
}

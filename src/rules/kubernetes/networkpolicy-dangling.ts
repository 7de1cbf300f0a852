import { labelsOf } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, mapAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { placedObjects } from './changes/placed-objects.ts';
import { matchesSelector } from './objects/matches-selector.ts';
import { isClosed } from './sets/is-closed.ts';
import { confidenceOf, isTogether, relatedTo } from './sets/missing-target.ts';
import { neighboursOf } from './sets/neighbours-of.ts';
import { lastingPairs, nearestWorkload } from './sets/selected-pods.ts';

export const networkpolicyDangling: Rule<KubernetesSet> = {
  id: 'networkpolicy-dangling',
  kinds: ['kubernetes'],
  title: 'Network policy protects no pod',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['dangling-networkpolicy'],
    'kube-score': ['networkpolicy-targets-pod'],
    kics: ['85ab1c5b-014e-4352-b5f8-d7dea3bb4fd3'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  needs: (set) => neighboursOf(set, /^NetworkPolicy$/),

  *check(set, context) {
    const policies = set.objects.filter(({ object }) => object.kind === 'NetworkPolicy');
    if (policies.length === 0 || !isClosed(set, context)) return;
    const all = placedObjects(context, context.side);
    for (const { object, document } of policies) {
      const selector = entryOf(mapAt(object.node, 'spec'), 'podSelector');
      const pairs = [...labelsOf(mapAt(object.node, 'spec', 'podSelector', 'matchLabels'))];
      if (!selector || pairs.length === 0 || lastingPairs(pairs).length < pairs.length) continue;
      if (!set.objects.some(({ object: other }) => other.pod && isTogether(object, other))) continue;
      if (all.some(({ object: { pod } }) => pod && matchesSelector(selector.value, pod.labels))) continue;
      const near = nearestWorkload(object, pairs, set);
      yield {
        path: document.path,
        range: selector.range,
        key: `${object.key}/podSelector`,
        ...confidenceOf(near),
        ...relatedTo(near),
        message: {
          what: `${quote(object.key)} is for pods with ${quote(pairs.map((pair) => pair.join(': ')).join(', '))}, and there are none.`,
          why: 'What it was to limit is not limited: the pods that were meant can be reached by everybody.',
          remedy: 'Use the labels of the pods that are meant.',
        },
      };
    }
  },
};

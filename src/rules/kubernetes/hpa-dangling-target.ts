import { mapAt, scalarAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { placedObjects } from './changes/placed-objects.ts';
import { isPlaceholder } from './objects/is-placeholder.ts';
import { isClosed } from './sets/is-closed.ts';
import { confidenceOf, isTogether, relatedTo } from './sets/missing-target.ts';
import { neighboursOf } from './sets/neighbours-of.ts';

export const hpaDanglingTarget: Rule<KubernetesSet> = {
  id: 'hpa-dangling-target',
  kinds: ['kubernetes'],
  title: 'Autoscaler for a workload that does not exist',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    'kube-linter': ['dangling-horizontalpodautoscaler'],
    'kube-score': ['horizontalpodautoscaler-has-target'],
    kics: ['2f652c42-619d-4361-b361-9f599688f8ca'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  needs: (set) => neighboursOf(set, /^HorizontalPodAutoscaler$/),

  *check(set, context) {
    const scalers = set.objects.filter(({ object }) => object.kind === 'HorizontalPodAutoscaler');
    if (scalers.length === 0 || !isClosed(set, context)) return;
    const all = placedObjects(context, context.side);
    for (const { object, document } of scalers) {
      const target = mapAt(object.node, 'spec', 'scaleTargetRef');
      const name = scalarAt(target, 'name');
      const kind = textAt(target, 'kind') ?? '';
      if (!name || isPlaceholder(name.text) || !/^(Deployment|StatefulSet|ReplicaSet)$/.test(kind)) continue;
      if (all.some(({ object: other }) => other.kind === kind && other.name === name.text)) continue;
      const workloads = set.objects.filter(
        ({ object: other }) => /^(Deployment|StatefulSet|ReplicaSet)$/.test(other.kind) && isTogether(object, other),
      );
      if (workloads.length === 0) continue;
      const near = workloads.find(({ object: other }) => other.name === name.text || other.name === object.name);
      yield {
        path: document.path,
        range: name.range,
        key: `${object.key}/scaleTargetRef`,
        ...confidenceOf(near),
        ...relatedTo(near),
        message: {
          what: `${quote(object.key)} scales ${quote(`${kind}/${name.text}`)}, which is not here${near ? `; there is ${quote(near.object.key)}` : ''}.`,
          why: 'Nothing is scaled: under load the workload stays as small as it is.',
          remedy: 'Name the kind and name of the workload that is meant.',
        },
      };
    }
  },
};

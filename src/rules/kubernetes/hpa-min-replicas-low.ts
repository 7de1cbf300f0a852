import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isTrial } from './objects/is-trial.ts';

export const hpaMinReplicasLow: Rule<KubernetesDocument> = {
  id: 'hpa-min-replicas-low',
  kinds: ['kubernetes'],
  title: 'Autoscaler may leave only one pod',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: {
    'kube-linter': ['hpa-minimum-three-replicas'],
    'kube-score': ['horizontalpodautoscaler-replicas'],
    polaris: ['hpaMinAvailability'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view, path }) {
    for (const { node, key, kind, namespace } of view.objects) {
      if (kind !== 'HorizontalPodAutoscaler' || isTrial(path, namespace)) continue;
      const spec = mapAt(node, 'spec');
      const least = entryOf(spec, 'minReplicas');
      if (!spec || !entryOf(spec, 'maxReplicas') || (least && textAt(least.value) !== '1')) continue;
      yield {
        range: least?.range ?? entryOf(spec, 'maxReplicas')?.range ?? spec.range,
        key: `${key}/minReplicas`,
        message: {
          what: `${quote(key)} ${least ? 'goes down to one pod' : `has no ${quote('minReplicas')}, so it goes down to one pod`}.`,
          why: 'In quiet hours a drained node or a crash is an outage, until a new pod is ready.',
          remedy: `Set ${quote('minReplicas')} to 2 or more.`,
        },
      };
    }
  },
};

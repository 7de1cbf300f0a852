import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const hpaMaxNotAboveMin: Rule<KubernetesDocument> = {
  id: 'hpa-max-not-above-min',
  kinds: ['kubernetes'],
  title: 'Autoscaler that cannot scale',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { polaris: ['hpaMaxAvailability'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { node, key, kind } of view.objects) {
      if (kind !== 'HorizontalPodAutoscaler') continue;
      const most = entryOf(mapAt(node, 'spec'), 'maxReplicas');
      const [max, min] = [textAt(most?.value), textAt(node, 'spec', 'minReplicas') ?? '1'].map(Number);
      if (!most || max === undefined || min === undefined || !(max <= min)) continue;
      const isRefused = max < min;
      yield {
        range: most.range,
        key: `${key}/maxReplicas`,
        ...(isRefused ? {} : { severity: 'low' as const }),
        message: {
          what: `${quote(key)} goes from ${min} to ${max} pods.`,
          why: isRefused
            ? 'The API refuses an upper limit below the lower one, and the deployment stops here.'
            : 'There is nothing between the limits: it never adds a pod, whatever the load.',
          remedy: isRefused
            ? `Let ${quote('maxReplicas')} be larger than ${quote('minReplicas')}.`
            : `Raise ${quote('maxReplicas')}, or take the autoscaler out and write the number into the workload.`,
        },
      };
    }
  },
};

import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const pdbUnhealthyEvictionPolicy: Rule<KubernetesDocument> = {
  id: 'pdb-unhealthy-eviction-policy',
  kinds: ['kubernetes'],
  title: 'Pods that are broken anyway hold up a drain',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: { 'kube-linter': ['pdb-unhealthy-pod-eviction-policy'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { kind, key, node, apiVersion } of view.objects) {
      const spec = mapAt(node, 'spec');
      if (kind !== 'PodDisruptionBudget' || apiVersion !== 'policy/v1' || !spec) continue;
      const policy = entryOf(spec, 'unhealthyPodEvictionPolicy');
      if (policy && textAt(policy.value) === 'AlwaysAllow') continue;
      yield {
        range: policy?.range ?? spec.entries[0]?.key.range ?? spec.range,
        key: `${key}/unhealthyPodEvictionPolicy`,
        message: {
          what: `${quote(key)} protects pods that run and are not ready as well.`,
          why: 'One that crashes again and again is never allowed to go while too few are ready, and the drain of its node waits for somebody to mend it.',
          remedy: `Set ${quote('unhealthyPodEvictionPolicy: AlwaysAllow')}.`,
        },
      };
    }
  },
};

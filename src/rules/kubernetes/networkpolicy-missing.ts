import { at, entryOf } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { matchesSelector } from './objects/matches-selector.ts';
import { isClosed } from './sets/is-closed.ts';
import { isTogether } from './sets/missing-target.ts';
import { neighboursOf } from './sets/neighbours-of.ts';

export const networkpolicyMissing: Rule<KubernetesSet> = {
  id: 'networkpolicy-missing',
  kinds: ['kubernetes'],
  title: 'No network policy for these pods',
  severity: 'low',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    'kube-linter': ['non-isolated-pod'],
    'kube-score': ['pod-networkpolicy'],
    polaris: ['missingNetworkPolicy'],
    checkov: ['CKV2_K8S_6'],
    kics: ['0401f71b-9c1e-4821-ab15-a955caa621be'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  needs: (set) => neighboursOf(set, /^(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob)$/),

  *check(set, context) {
    if (!isClosed(set, context)) return;
    const policies = set.objects.filter(({ object }) => object.kind === 'NetworkPolicy');
    for (const { object, document } of set.objects) {
      const { pod, node } = object;
      if (!pod || entryOf(pod.spec, 'hostNetwork')) continue;
      const isCovered = policies.some(
        ({ object: policy }) =>
          isTogether(policy, object) && matchesSelector(at(policy.node, 'spec', 'podSelector'), pod.labels),
      );
      if (isCovered) continue;
      yield {
        path: document.path,
        range: entryOf(node, 'metadata')?.key.range ?? object.range,
        key: `${object.key}/NetworkPolicy`,
        message: {
          what: `No network policy here is for the pods of ${quote(object.key)}.`,
          why: 'Every pod of the cluster can reach them, and they reach everything: who gets into one goes on from there.',
          remedy: 'Add a NetworkPolicy for their labels that names who may reach them.',
        },
      };
    }
  },
};

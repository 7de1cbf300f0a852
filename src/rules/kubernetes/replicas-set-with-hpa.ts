import { entryOf, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { scalerOf } from './objects/scaler-of.ts';

export const replicasSetWithHpa: Rule<KubernetesSet> = {
  id: 'replicas-set-with-hpa',
  kinds: ['kubernetes'],
  title: 'Every deployment undoes what the autoscaler did',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {
    'kube-score': ['deployment-targeted-by-hpa-does-not-have-replicas-configured'],
    kics: ['5744cbb8-5946-4b75-a196-ade44449525b'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: true,

  *check(set) {
    for (const { object, document } of set.objects) {
      if (!/^(Deployment|StatefulSet|Rollout)$/.test(object.kind)) continue;
      const replicas = entryOf(mapAt(object.node, 'spec'), 'replicas');
      // With none at all the autoscaler is switched off.
      if (!replicas || !/^[1-9]\d*$/.test(textAt(replicas.value) ?? '')) continue;
      const scaler = scalerOf(object, set);
      if (!scaler) continue;
      const problem: Problem = {
        path: document.path,
        range: replicas.range,
        key: `${object.key}/replicas`,
        message: {
          what: `${quote(object.key)} sets ${quote(`replicas: ${textAt(replicas.value)}`)}, and ${quote(scaler.object.key)} decides how many pods there are.`,
          why: 'Each time the manifest is applied, the number is set back: under load, pods are stopped when they are needed most.',
          remedy: `Take ${quote('replicas')} out. On a workload that runs already, do it with its last applied state (\`kubectl apply edit-last-applied\`), or it falls back to one pod for a moment.`,
        },
        related: [{ path: scaler.document.path, side: 'head', range: scaler.object.range, message: 'This decides.' }],
        fix: {
          title: 'Leave the number to the autoscaler',
          safety: 'review',
          edits: [{ range: wholeLine(document.source, replicas.range), text: '' }],
        },
      };
      yield problem;
    }
  },
};

function wholeLine(source: string, { start, end }: { readonly start: number; readonly end: number }) {
  const next = source.indexOf('\n', end);
  return { start: source.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? source.length : next + 1 };
}

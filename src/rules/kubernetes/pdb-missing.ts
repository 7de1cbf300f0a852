import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { at, entryOf, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isTrial } from './objects/is-trial.ts';
import { matchesSelector } from './objects/matches-selector.ts';
import { isClosed } from './sets/is-closed.ts';
import { neighboursOf } from './sets/neighbours-of.ts';

export const pdbMissing: Rule<KubernetesSet> = {
  id: 'pdb-missing',
  kinds: ['kubernetes'],
  title: 'Nothing keeps a drain from taking all pods at once',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: {
    'kube-score': ['deployment-has-poddisruptionbudget', 'statefulset-has-poddisruptionbudget'],
    polaris: ['missingPodDisruptionBudget'],
    kics: ['b23e9b98-0cb6-4fc9-b257-1f3270442678', '1db3a5a5-bf75-44e5-9e44-c56cfc8b1ac5'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  needs: (set) => neighboursOf(set, /^(Deployment|StatefulSet)$/),

  *check(set, context) {
    if (!isClosed(set, context)) return;
    const budgets = set.objects.filter(({ object }) => object.kind === 'PodDisruptionBudget');
    for (const { object, document } of set.objects) {
      if (!isSeveral(object) || isTrial(document.path, object.namespace)) continue;
      if (budgets.some(({ object: budget }) => covers(budget, object))) continue;
      yield {
        path: document.path,
        range: entryOf(mapAt(object.node, 'spec'), 'replicas')?.range ?? object.range,
        key: `${object.key}/PodDisruptionBudget`,
        message: {
          what: `No disruption budget covers the pods of ${quote(object.key)}.`,
          why: 'When nodes are drained for an upgrade, all its pods may be moved at the same time.',
          remedy: `Add a PodDisruptionBudget for its labels with ${quote('maxUnavailable: 1')}.`,
        },
      };
    }
  },
};

function isSeveral({ kind, node, pod }: KubernetesObject): boolean {
  return /^(Deployment|StatefulSet)$/.test(kind) && pod !== undefined && Number(textAt(node, 'spec', 'replicas')) > 1;
}

function covers(budget: KubernetesObject, { namespace, pod }: KubernetesObject): boolean {
  return (
    budget.namespace === namespace && matchesSelector(at(budget.node, 'spec', 'selector'), pod?.labels ?? new Map())
  );
}

import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { holdsVolume } from './objects/holds-volume.ts';
import { isTrial } from './objects/is-trial.ts';
import { scalerOf } from './objects/scaler-of.ts';

export const recreateStrategy: Rule<KubernetesSet> = {
  id: 'recreate-strategy',
  kinds: ['kubernetes'],
  title: 'Every rollout is an outage',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: { 'kube-linter': ['no-rolling-update-strategy'], 'kube-score': ['deployment-strategy'] },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set) {
    for (const { object, document } of set.objects) {
      if (object.kind !== 'Deployment' || !object.pod || isTrial(document.path, object.namespace)) continue;
      const type = entryOf(mapAt(object.node, 'spec', 'strategy'), 'type');
      if (!type || textAt(type.value) !== 'Recreate' || !isMeantToStay(object, set) || holdsVolume(object)) continue;
      yield {
        path: document.path,
        range: type.range,
        key: `${object.key}/strategy`,
        message: {
          what: `${quote(object.key)} has several pods, and ${quote('type: Recreate')} stops all of them before a new one starts.`,
          why: 'With every rollout nobody answers until the new pods are ready, and if they never are, nothing is left of the old ones.',
          remedy: `Use ${quote('type: RollingUpdate')}; if two versions must never run side by side, say why beside the line.`,
        },
      };
    }
  },
};

/** Several pods, so the program may run more than once and is meant to be there always. */
function isMeantToStay(object: KubernetesObject, set: KubernetesSet): boolean {
  return Number(textAt(object.node, 'spec', 'replicas')) > 1 || scalerOf(object, set) !== undefined;
}

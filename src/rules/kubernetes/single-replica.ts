import { entryOf, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { holdsVolume } from './objects/holds-volume.ts';
import { isTrial } from './objects/is-trial.ts';
import { mayBePatch } from './objects/may-be-patch.ts';
import { scalerOf } from './objects/scaler-of.ts';

export const singleReplica: Rule<KubernetesSet> = {
  id: 'single-replica',
  kinds: ['kubernetes'],
  title: 'Workload has only one pod',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: {
    'kube-linter': ['minimum-three-replicas'],
    'kube-score': ['deployment-replicas'],
    polaris: ['deploymentMissingReplicas'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set, context) {
    for (const { object, document } of set.objects) {
      if (object.kind !== 'Deployment' || !object.pod || isTrial(document.path, object.namespace)) continue;
      const replicas = entryOf(mapAt(object.node, 'spec'), 'replicas');
      if (replicas ? textAt(replicas.value) !== '1' : mayBePatch(document.path, context)) continue;
      // One of a kind by its making.
      if (textAt(object.node, 'spec', 'strategy', 'type') === 'Recreate' || holdsVolume(object)) continue;
      if (scalerOf(object, set)) continue;
      yield {
        path: document.path,
        range: replicas?.range ?? entryOf(object.node, 'spec')?.key.range ?? object.range,
        key: `${object.key}/replicas`,
        message: {
          what: `${quote(object.key)} runs ${replicas ? 'one pod' : `one pod, since it does not say ${quote('replicas')}`}.`,
          why: 'A drained node, a crash or an eviction is an outage until a new pod is ready.',
          remedy: `Set ${quote('replicas')} to 2 or more, if the program can run more than once.`,
        },
      };
    }
  },
};

import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, mapAt, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const replicasSetWithHpa: Rule<KubernetesSet> = {
  id: 'replicas-set-with-hpa',
  kinds: ['kubernetes'],
  title: 'Each deployment undoes what the autoscaler did',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {
    'kube-score': ['deployment-targeted-by-hpa-does-not-have-replicas-configured'],
    kics: ['5744cbb8-5946-4b75-a196-ade44449525b'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set) {
    const placed = new Map(
      set.objects.map((one) => [addressOf(one.object.kind, one.object.namespace, one.object.name), one]),
    );
    for (const { object: scaler } of set.objects) {
      if (scaler.kind !== 'HorizontalPodAutoscaler') continue;
      const target = mapAt(scaler.node, 'spec', 'scaleTargetRef');
      const found = placed.get(addressOf(textAt(target, 'kind') ?? '', scaler.namespace, textAt(target, 'name') ?? ''));
      const replicas = entryOf(mapAt(found?.object.node, 'spec'), 'replicas');
      if (found && replicas && Number(textAt(replicas.value)) > 0)
        yield { ...problem(found.object, scaler, replicas), path: found.document.path };
    }
  },
};

function addressOf(kind: string, namespace: string, name: string): string {
  return JSON.stringify([kind, namespace, name]);
}

function problem(object: KubernetesObject, scaler: KubernetesObject, replicas: YamlEntry): Problem {
  const count = textAt(replicas.value) ?? '';
  return {
    range: replicas.range,
    key: `${object.key}/replicas`,
    message: {
      what: `${quote(object.key)} sets ${quote(`replicas: ${count}`)}, and ${quote(scaler.key)} sets its number as well.`,
      why: `Each time the manifest is applied there are ${count} again, under full load too, until the autoscaler has caught up.`,
      remedy: `Remove ${quote('replicas')}; where it is running, see first that the field does not fall back to 1 with the next apply.`,
    },
  };
}

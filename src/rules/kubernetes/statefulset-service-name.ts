import { entryOf, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { mayBePatch } from './objects/may-be-patch.ts';
import { isTogether, relatedTo } from './sets/missing-target.ts';

export const statefulsetServiceName: Rule<KubernetesSet> = {
  id: 'statefulset-service-name',
  kinds: ['kubernetes'],
  title: 'Pods of a StatefulSet have no names in DNS',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    'kube-score': ['statefulset-has-servicename'],
    kics: ['bb241e61-77c3-4b97-9575-c0f8a1e008d0'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set, context) {
    for (const { object, document } of set.objects) {
      if (object.kind !== 'StatefulSet' || !object.pod) continue;
      const spec = mapAt(object.node, 'spec');
      const entry = entryOf(spec, 'serviceName');
      const name = textAt(entry?.value);
      const service = set.objects.find(
        ({ object: other }) => other.kind === 'Service' && other.name === name && isTogether(object, other),
      );
      const isHeadless = !service || textAt(service.object.node, 'spec', 'clusterIP') === 'None';
      if ((name ? isHeadless : mayBePatch(document.path, context)) || !spec) continue;
      yield {
        path: document.path,
        range: entry?.range ?? spec.entries[0]?.key.range ?? object.range,
        key: `${object.key}/serviceName`,
        // With one pod nobody asks for it by name.
        ...(Number(textAt(spec, 'replicas') ?? '1') > 1 ? {} : { severity: 'low' as const }),
        ...relatedTo(service),
        message: {
          what: name
            ? `${quote(object.key)} has the Service ${quote(name)}, which is not headless.`
            : `${quote(object.key)} has no ${quote('serviceName')}.`,
          why: 'Only under a headless Service does each pod get a name of its own, by which members of a cluster find each other.',
          remedy: name
            ? `Add a second Service with ${quote('clusterIP: None')} and name that one; the field of an existing Service and StatefulSet cannot be changed in place.`
            : `Add a Service with ${quote('clusterIP: None')} for the labels of the pods, and name it.`,
        },
      };
    }
  },
};

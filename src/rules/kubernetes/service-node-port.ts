import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, mapAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const serviceNodePort: Rule<KubernetesDocument> = {
  id: 'service-node-port',
  kinds: ['kubernetes'],
  title: 'Service takes a port of every node',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    'kube-linter': ['exposed-services'],
    'kube-score': ['service-type'],
    kics: ['845acfbe-3e10-4b8e-b656-3b404d36dfb2'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      const type = entryOf(mapAt(object.node, 'spec'), 'type');
      if (object.kind !== 'Service' || object.apiVersion !== 'v1' || textAt(type?.value) !== 'NodePort') continue;
      yield {
        range: type?.range ?? object.range,
        key: `${object.key}/type`,
        message: {
          what: `${quote(object.key)} is a ${quote('NodePort')}.`,
          why: 'The port is open on the address of every node, past the Ingress and what it checks.',
          remedy: `Use ${quote('type: ClusterIP')} behind the Ingress or Gateway.`,
        },
      };
    }
  },
};

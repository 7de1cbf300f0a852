import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { isClosed } from './sets/is-closed.ts';
import { neighboursOf } from './sets/neighbours-of.ts';

export const namespaceWithoutQuota: Rule<KubernetesSet> = {
  id: 'namespace-without-quota',
  kinds: ['kubernetes'],
  title: 'Namespace may take the whole cluster',
  severity: 'info',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: {
    trivy: ['KSV-0039', 'KSV039', 'AVD-KSV-0039', 'KSV-0040', 'KSV040', 'AVD-KSV-0040'],
    kics: ['48a5beba-e4c0-4584-a2aa-e6894e4cf424', '4a20ebac-1060-4c81-95d1-1f7f620e983b'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  needs: (set) => neighboursOf(set, /^Namespace$/),

  *check(set, context) {
    if (!isClosed(set, context)) return;
    for (const { object, document } of set.objects) {
      if (object.kind !== 'Namespace' || object.apiVersion !== 'v1') continue;
      const missing = ['ResourceQuota', 'LimitRange'].filter(
        (kind) => !set.objects.some(({ object: other }) => other.kind === kind && other.namespace === object.name),
      );
      if (missing.length === 0) continue;
      yield {
        path: document.path,
        range: entryOf(object.node, 'metadata')?.key.range ?? object.range,
        key: `${object.key}/quota`,
        message: {
          what: `${quote(object.key)} has no ${quoteAll(missing)} here.`,
          why: 'A mistake in one program of it takes the memory and the processors of all the others.',
          remedy: 'Add a ResourceQuota for the whole, and a LimitRange for pods that say nothing themselves.',
        },
      };
    }
  },
};

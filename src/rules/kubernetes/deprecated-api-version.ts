import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { REMOVED_VERSIONS, type RemovedVersion } from './apis/removed-api-versions.ts';

export const deprecatedApiVersion: Rule<KubernetesDocument> = {
  id: 'deprecated-api-version',
  kinds: ['kubernetes'],
  title: 'Kubernetes no longer serves this API version',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    'kube-linter': ['no-extensions-v1beta'],
    'kube-score': ['stable-version'],
    trivy: ['KSV-0107', 'KSV107', 'AVD-KSV-0107'],
    kics: ['94b76ea5-e074-4ca2-8a03-c5a606e30645'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    const removed = view.objects.flatMap((object) => {
      const versions = REMOVED_VERSIONS[object.apiVersion];
      const version = versions?.[object.kind] ?? versions?.['*'];
      return version ? [{ object, version }] : [];
    });
    for (const { object, version } of removed) yield problem(object, version);
    const [first] = view.objects;
    if (first && removed.length === 0) {
      yield {
        proof: `${view.objects.length} of ${view.objects.length} objects use an API version that is served`,
        range: first.range,
      };
    }
  },
};

function problem(object: KubernetesObject, { since, replacement, isCompatible, note }: RemovedVersion): Observation {
  const entry = entryOf(object.node, 'apiVersion');
  return {
    range: entry?.range ?? object.range,
    key: object.key,
    message: {
      what: `${quote(object.apiVersion)} has no ${quote(object.kind)} since Kubernetes 1.${since}.`,
      why: 'A cluster of that version or a newer one refuses the object: the deployment stops here, mostly on the day of an upgrade.',
      remedy: [replacement ? `Use ${quote(replacement)}.` : '', note ?? ''].filter(Boolean).join(' '),
    },
    ...(entry && replacement && isCompatible
      ? {
          fix: {
            title: `Use ${replacement}`,
            safety: 'safe' as const,
            edits: [{ range: entry.value.range, text: replacement }],
          },
        }
      : {}),
  };
}

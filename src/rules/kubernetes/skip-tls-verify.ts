import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, isTrue, itemsAt, mapAt, textAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const skipTlsVerify: Rule<KubernetesDocument> = {
  id: 'skip-tls-verify',
  kinds: ['kubernetes'],
  title: 'Nobody checks who answers',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { semgrep: ['skip-tls-verify-cluster', 'skip-tls-verify-service'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      if (object.apiVersion === 'v1' && object.kind === 'Config') yield* clusterProblems(object);
      if (object.kind !== 'APIService') continue;
      const entry = entryOf(mapAt(object.node, 'spec'), 'insecureSkipTLSVerify');
      if (!entry || !isTrue(entry.value)) continue;
      // The traffic stays within the cluster, and the metrics server is shipped like this.
      yield {
        ...problem(entry, `The API server does not check the certificate of ${quote(object.name)}`),
        key: object.key,
        severity: 'low',
      };
    }
  },
};

function* clusterProblems({ node }: KubernetesObject): Generator<Problem> {
  for (const item of itemsAt(node, 'clusters')) {
    const entry = entryOf(mapAt(item, 'cluster'), 'insecure-skip-tls-verify');
    const server = textAt(item, 'cluster', 'server') ?? '';
    if (!entry || !isTrue(entry.value) || /^https?:\/\/(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(server)) continue;
    const name = textAt(item, 'name') ?? '';
    yield {
      ...problem(entry, `The certificate of the cluster ${quote(name)} is not checked`),
      key: `clusters/${name}`,
    };
  }
}

function problem(entry: YamlEntry, what: string): Problem {
  return {
    range: entry.range,
    message: {
      what: `${what} (${quote(entry.key.text)}).`,
      why: 'Who sits between the two answers in its place, and gets every token and secret that is sent.',
      remedy: `Take the line out, and give the certificate of the authority: ${quote(entry.key.text === 'insecureSkipTLSVerify' ? 'caBundle' : 'certificate-authority-data')}.`,
    },
  };
}

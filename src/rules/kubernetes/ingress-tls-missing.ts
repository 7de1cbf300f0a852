import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, itemsAt, mapAt, scalarAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isPlaceholder } from './objects/is-placeholder.ts';
import { isTrial } from './objects/is-trial.ts';

/** Annotations by which a cloud or a controller gets the certificate from elsewhere, or keeps the Ingress inside. */
const ELSEWHERE =
  /certificate|ssl-cert|pre-shared-cert|router\.tls|listen-ports|appgw-ssl|cloudflare|tailscale|route\.openshift\.io\/termination/i;
const LOCAL = /(^|\.)(localhost|local|internal|lan|home|test|example|invalid|svc|nip\.io|sslip\.io)$/i;

export const ingressTlsMissing: Rule<KubernetesDocument> = {
  id: 'ingress-tls-missing',
  kinds: ['kubernetes'],
  title: 'Ingress without TLS',
  severity: 'medium',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'security',
  aliases: { polaris: ['tlsSettingsMissing'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view, path }) {
    for (const object of view.objects) {
      if (object.kind !== 'Ingress' || isTrial(path, object.namespace) || isElsewhere(object)) continue;
      for (const rule of itemsAt(object.node, 'spec', 'rules')) {
        const host = scalarAt(rule, 'host');
        if (host && (LOCAL.test(host.text) || isPlaceholder(host.text))) continue;
        const name = host?.text ?? '';
        if (isCovered(name, object)) continue;
        yield {
          range: host?.range ?? rule.range,
          key: `${object.key}/${name}`,
          message: {
            what: `${quote(object.key)} has no certificate for ${name ? quote(name) : 'its hosts'}.`,
            why: 'Passwords, cookies and answers can be read and changed on their way, unless something in front of the cluster ends TLS.',
            remedy: `Name it under ${quote('tls')} with a secret, which cert-manager can fill.`,
          },
        };
      }
    }
  },
};

function isElsewhere({ node }: KubernetesObject): boolean {
  const annotations = mapAt(node, 'metadata', 'annotations')?.entries ?? [];
  return annotations.some(
    ({ key, value }) =>
      ELSEWHERE.test(key.text) || (value.type === 'scalar' && /scheme$/.test(key.text) && value.text === 'internal'),
  );
}

/** By a list of hosts that has it or a wildcard of it; an entry without hosts is for all. */
function isCovered(host: string, { node }: KubernetesObject): boolean {
  return itemsAt(node, 'spec', 'tls').some((tls) => {
    const hosts = itemsAt(tls, 'hosts').flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
    if (!entryOf(tls, 'hosts') || hosts.length === 0 || host === '') return true;
    return hosts.some(
      (one) => one === host || isPlaceholder(one) || (one.startsWith('*.') && host.endsWith(one.slice(1))),
    );
  });
}

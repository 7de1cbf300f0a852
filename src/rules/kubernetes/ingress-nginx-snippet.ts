import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { isTrue, mapAt, type YamlEntry } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

const SNIPPET = /^nginx\.ingress\.kubernetes\.io\/([a-z-]*-)?snippet$/;
/** What reads files of the controller or runs code in it; the token that is mounted there reads all secrets. */
const THEFT =
  /serviceaccount|_by_lua|\b(load_module|ssl_engine|js_import|perl)\b|\b(alias|root|include|auth_basic_user_file)\s+["']?\/(etc|var|run|proc|root|tmp)\b/;

const PASTED = /^nginx\.ingress\.kubernetes\.io\/(auth-url|auth-tls-match-cn|mirror-target|mirror-host)$/;

export const ingressNginxSnippet: Rule<KubernetesDocument> = {
  id: 'ingress-nginx-snippet',
  kinds: ['kubernetes'],
  title: 'Ingress writes into the configuration of the controller',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { trivy: ['KCV-0093', 'AVD-KCV-0093'], checkov: ['CKV_K8S_152', 'CKV_K8S_153', 'CKV_K8S_154'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      if (object.kind === 'Ingress') yield* snippets(object);
      if (object.kind === 'Ingress') yield* injections(object);
      if (object.kind === 'ConfigMap') yield* permissions(object);
    }
  },
};

function* snippets(object: KubernetesObject): Generator<Problem> {
  for (const { key, value } of mapAt(object.node, 'metadata', 'annotations')?.entries ?? []) {
    if (!SNIPPET.test(key.text) || value.type !== 'scalar') continue;
    const steals = THEFT.test(value.text);
    yield {
      range: key.range,
      key: `${object.key}/${key.text}`,
      ...(steals ? { severity: 'critical' as const } : {}),
      message: {
        what: `${quote(object.key)} puts directives into nginx with ${quote(key.text)}${steals ? ', which read files of the controller or run code in it' : ''}.`,
        why: steals
          ? 'The account of the controller reads the secrets of all namespaces, and its token lies in those files.'
          : 'It works only where the controller takes such text from everybody who may write an Ingress, and any of them can then read the secrets of the whole cluster (CVE-2021-25742). The controller is retired since March 2026 and gets no more fixes.',
        remedy: 'Use the annotation that exists for the purpose, or a filter of the Gateway API.',
      },
    };
  }
}

/** A value of an annotation that ends the directive it stands in, and begins another (CVE-2025-1097, CVE-2025-1098, CVE-2025-24514). */
function* injections(object: KubernetesObject): Generator<Problem> {
  for (const { key, value } of mapAt(object.node, 'metadata', 'annotations')?.entries ?? []) {
    if (!PASTED.test(key.text) || value.type !== 'scalar' || !/[\n;#{}]/.test(value.text.trim())) continue;
    yield {
      range: key.range,
      key: `${object.key}/${key.text}`,
      severity: 'critical',
      message: {
        what: `${quote(object.key)} has more than a value in ${quote(key.text)}: ${quote(value.text)}.`,
        why: 'Older versions of the controller paste it into nginx as it stands, so that it runs code in the controller, which reads the secrets of all namespaces.',
        remedy: 'Write the address or name alone, without `;`, `#`, braces or line breaks.',
      },
    };
  }
}

/** The switch that lets them all in. */
function* permissions(object: KubernetesObject): Generator<Problem> {
  const data: readonly YamlEntry[] = mapAt(object.node, 'data')?.entries ?? [];
  const entry = data.find(({ key }) => key.text === 'allow-snippet-annotations');
  if (!entry || !isTrue(entry.value)) return;
  yield {
    range: entry.range,
    key: `${object.key}/allow-snippet-annotations`,
    severity: 'high',
    message: {
      what: `${quote(object.key)} lets every Ingress write into the configuration of nginx.`,
      why: 'Whoever may create an Ingress in any namespace reads the secrets of the whole cluster with it (CVE-2021-25742).',
      remedy: `Set ${quote('allow-snippet-annotations: "false"')}, which is the default since version 1.9.`,
    },
  };
}

import type { Container } from '../../documents/kubernetes/container.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import type { Problem, Rule, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { eachContainer } from './pods/each-container.ts';

interface Retired {
  readonly image: RegExp;
  readonly name: string;
  readonly since: string;
  readonly severity: Severity;
  readonly instead: string;
}

/** Parts of clusters that nobody mends any more (November 2026). */
const RETIRED: readonly Retired[] = [
  {
    image: /(^|\/)tiller(:|@|$)/,
    name: 'Tiller',
    since: 'November 2020',
    severity: 'high',
    instead: 'Use Helm 3 or 4, which need nothing in the cluster.',
  },
  {
    image: /(^|\/)kubernetes-?dashboard(-(amd64|web|api|auth|arm64))?(:|@|$)|(^|\/)kubernetesui\/dashboard/,
    name: 'The Kubernetes Dashboard',
    since: 'January 2026',
    severity: 'medium',
    instead: 'Use Headlamp.',
  },
  {
    image:
      /(^|\/)(ingress-nginx\/controller(-chroot)?|nginx-ingress-controller\/nginx-ingress-controller|kubernetes-ingress-controller\/nginx-ingress-controller)(:|@|$)/,
    name: 'Ingress NGINX',
    since: 'March 2026',
    severity: 'medium',
    instead: 'Move to the Gateway API, or to another controller.',
  },
  {
    image: /(^|\/)kube-lego(:|@|$)/,
    name: 'kube-lego',
    since: 'November 2018',
    severity: 'medium',
    instead: 'Use cert-manager.',
  },
  {
    image: /(^|\/)heapster(-(amd64|arm64))?(:|@|$)/,
    name: 'Heapster',
    since: 'November 2018',
    severity: 'low',
    instead: 'Use the metrics server.',
  },
];

export const retiredComponent: Rule<KubernetesDocument> = {
  id: 'retired-component',
  kinds: ['kubernetes'],
  title: 'Part of the cluster that nobody mends any more',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    trivy: ['KSV-0102', 'KSV102', 'AVD-KSV-0102'],
    checkov: ['CKV_K8S_33', 'CKV_K8S_34', 'CKV_K8S_44', 'CKV_K8S_45'],
    kics: [
      '6d173be7-545a-46c6-a81d-2ae52ed1605d',
      '8b862ca9-0fbd-4959-ad72-b6609bdaa22d',
      'd2ad057f-0928-41ef-a83c-f59203bb855b',
    ],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { container, key } of eachContainer(view.objects)) {
      const row = RETIRED.find(({ image }) => container.image && image.test(container.image.text));
      if (row) yield problem(container, key, row);
    }
  },
};

function problem({ image, node }: Container, key: string, { name, since, severity, instead }: Retired): Problem {
  return {
    range: (image ?? node).range,
    key: `${key}/image`,
    severity,
    message: {
      what: `${name} (${quote(image?.text ?? '')}) is retired since ${since}.`,
      why:
        name === 'Tiller'
          ? 'It installs whatever any pod tells it to, mostly as administrator of the cluster, and holes in it stay open.'
          : 'It gets no more fixes: holes that are found in it stay open, with the rights that it has in the cluster.',
      remedy: instead,
    },
  };
}

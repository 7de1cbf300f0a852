import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { itemsAt, textAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const rbacAnonymousBinding: Rule<KubernetesDocument> = {
  id: 'rbac-anonymous-binding',
  kinds: ['kubernetes'],
  title: 'A role is given to whoever asks',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { trivy: ['KSV-0122', 'KSV-0123', 'KSV-01011', 'AVD-KSV-0122', 'AVD-KSV-0123', 'AVD-KSV-01011'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      const role = textAt(object.node, 'roleRef', 'name') ?? '';
      if (!object.apiVersion.startsWith('rbac.authorization.k8s.io/') || FOR_EVERYBODY.test(role)) continue;
      for (const subject of itemsAt(object.node, 'subjects')) {
        const why = WHO[textAt(subject, 'name') ?? ''];
        if (why !== undefined && textAt(subject, 'kind') !== 'ServiceAccount')
          yield problem(object, subject, role, why);
      }
    }
  },
};

/** Roles that the cluster itself gives to everybody: its version, its health, what one may do oneself. */
const FOR_EVERYBODY =
  /^(system:(public-info-viewer|discovery|basic-user|service-account-issuer-discovery|monitoring)|kubeadm:bootstrap-signer-clusterinfo|.*discovery.*)$/;

const WHO: Readonly<Record<string, string>> = {
  'system:anonymous': 'Everybody who reaches the API server has it, without any credentials.',
  'system:unauthenticated': 'Everybody who reaches the API server has it, without any credentials.',
  'system:authenticated':
    'Everybody with any credentials has it, each program in each pod included; in some managed clusters that is everybody with an account at the provider.',
  'system:masters': 'Its members pass every check, and no change of a role takes that away again.',
};

function problem(object: KubernetesObject, subject: YamlNode, role: string, why: string): Observation {
  const name = textAt(subject, 'name') ?? '';
  return {
    range: subject.range,
    key: `${object.key}/${name}`,
    ...(name === 'system:authenticated' ? { severity: 'medium' as const, confidence: 'likely' as const } : {}),
    message: {
      what: `${quote(object.key)} gives ${quote(role)} to ${quote(name)}.`,
      why,
      remedy: 'Name the accounts or groups that need it.',
    },
  };
}

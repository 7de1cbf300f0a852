import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { itemsAt, textAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const rbacClusterAdminBinding: Rule<KubernetesDocument> = {
  id: 'rbac-cluster-admin-binding',
  kinds: ['kubernetes'],
  title: 'A program may do everything in the cluster',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['cluster-admin-role-binding'],
    polaris: ['clusterrolebindingClusterAdmin', 'rolebindingClusterAdminClusterRole'],
    trivy: ['KSV-0111', 'AVD-KSV-0111'],
    kics: ['249328b8-5f0f-409f-b1dd-029f07882e11'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const object of view.objects) {
      if (!object.apiVersion.startsWith('rbac.authorization.k8s.io/') || !/^(Cluster)?RoleBinding$/.test(object.kind))
        continue;
      if (textAt(object.node, 'roleRef', 'name') !== 'cluster-admin') continue;
      for (const subject of itemsAt(object.node, 'subjects')) {
        if (isProgram(subject)) yield problem(object, subject);
      }
    }
  },
};

/** People who look after the cluster are users and groups; every program has an account, or the group of all accounts. */
function isProgram(subject: YamlNode): boolean {
  return (
    textAt(subject, 'kind') === 'ServiceAccount' || /^system:serviceaccounts?(:|$)/.test(textAt(subject, 'name') ?? '')
  );
}

/** They apply what others have written, of any kind: the right is theirs by design. */
const APPLIES_ANYTHING =
  /flux|argo-?cd|kustomize-controller|helm-controller|tiller|crossplane|rancher|fleet|cluster-?api|capi|olm|velero|kapp|terraform|pulumi|atlantis|spinnaker/i;

function problem(object: KubernetesObject, subject: YamlNode): Observation {
  const name = textAt(subject, 'name') ?? '';
  const where = textAt(subject, 'namespace') ?? '';
  const shared = name === 'default' || name.startsWith('system:');
  const byDesign = !shared && [name, where, object.name].some((one) => APPLIES_ANYTHING.test(one));
  const inOne = object.kind === 'RoleBinding';
  return {
    range: subject.range,
    key: `${object.key}/${[where, name].filter(Boolean).join('/')}`,
    severity: byDesign || inOne ? 'medium' : 'high',
    ...(shared ? { confidence: 'certain' as const } : {}),
    message: {
      what: `${quote(object.key)} gives ${quote('cluster-admin')} to ${quote(name)}${where ? ` in ${quote(where)}` : ''}.`,
      why: shared
        ? `Every pod that names no account of its own has it: who gets into one of them owns the ${inOne ? 'namespace' : 'cluster'}.`
        : `Who gets into one pod with that account reads every secret and runs anything, in the whole ${inOne ? 'namespace' : 'cluster'}.`,
      remedy: byDesign
        ? 'Bind it to the namespaces and kinds that the program manages, or say beside the line why it needs all.'
        : 'Write a role with the verbs and resources that the program uses, and bind that.',
    },
  };
}

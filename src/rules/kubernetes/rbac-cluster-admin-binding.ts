import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import type { Observation, Rule, Severity } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type Binding, readBinding, type Subject } from './rbac/binding.ts';

export const rbacClusterAdminBinding: Rule<KubernetesDocument> = {
  id: 'rbac-cluster-admin-binding',
  kinds: ['kubernetes'],
  title: 'An account gets the whole cluster',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['cluster-admin-role-binding'],
    polaris: ['clusterrolebindingClusterAdmin', 'rolebindingClusterAdminClusterRole', 'rolebindingClusterAdminRole'],
    trivy: ['KSV-0111', 'KSV111', 'AVD-KSV-0111'],
    kics: ['249328b8-5f0f-409f-b1dd-029f07882e11'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const bindings = view.objects.flatMap((object) => readBinding(object) ?? []);
    let found = 0;
    for (const binding of bindings) {
      const subjects = binding.subjects.filter(({ name }) => !name.text.startsWith('system:'));
      if (binding.role.text !== 'cluster-admin' || subjects.length === 0) continue;
      found += 1;
      yield problem(binding, subjects);
    }
    const [first] = bindings;
    if (first && found === 0)
      yield { proof: `0 of ${bindings.length} bindings give cluster-admin`, range: first.role.range };
  },
};

function problem({ object, role, isClusterWide }: Binding, subjects: readonly Subject[]): Observation {
  const accounts = subjects.filter(({ kind }) => kind === 'ServiceAccount');
  return {
    range: role.range,
    key: object.key,
    severity: severityOf(accounts, isClusterWide),
    message: {
      what: `${quote(object.key)} makes ${quoteAll(subjects.map(({ kind, name }) => `${kind} ${name.text}`))} administrator of ${isClusterWide ? 'the cluster' : 'its namespace'}.`,
      why:
        accounts.length > 0
          ? `Who gets into a pod that runs under the account has every right ${isClusterWide ? 'on every object of the cluster, its nodes included' : 'in the namespace, on its secrets and roles too'}.`
          : 'Whoever gets at the login of one of them has everything, also where they only wanted to look something up.',
      remedy:
        'Bind a role that lists what is used; for people, the roles `view`, `edit` and `admin` of single namespaces.',
    },
  };
}

/** The account called default is that of every pod of the namespace that names no other. */
function severityOf(accounts: readonly Subject[], isClusterWide: boolean): Severity {
  if (!isClusterWide) return 'medium';
  if (accounts.some(({ name }) => name.text === 'default')) return 'critical';
  return accounts.length > 0 ? 'high' : 'low';
}

import { isArgoWorkflow } from '../../documents/kubernetes/argo-pod.ts';
import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, itemsAt, textAt } from '../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../subjects/kubernetes-set.ts';
import type { Problem, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const serviceAccountTokenAutomount: Rule<KubernetesSet> = {
  id: 'service-account-token-automount',
  kinds: ['kubernetes'],
  title: 'Pod carries a token of the cluster that it does not use',
  severity: 'low',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    'kube-linter': ['default-service-account'],
    polaris: ['automountServiceAccountToken'],
    trivy: ['KSV-0036', 'KSV036', 'AVD-KSV-0036'],
    checkov: ['CKV_K8S_38'],
    kics: ['48471392-d4d0-47c0-b135-cdec95eb3eef', '591ade62-d6b0-4580-b1ae-209f80ba1cd9'],
  },
  since: '0.1.0',
  on: 'objects',
  fixable: false,

  *check(set) {
    for (const { object, document } of set.objects) {
      const spec = object.pod?.spec;
      // Argo's executor reports results with the token of the pod.
      if (!spec || isArgoWorkflow(object.apiVersion, object.kind)) continue;
      const own = textAt(spec, 'automountServiceAccountToken');
      const account = textAt(spec, 'serviceAccountName') ?? textAt(spec, 'serviceAccount') ?? 'default';
      if (own === 'false' || (own === undefined && isOff(set, account, object.namespace))) continue;
      if (hasRights(set, account)) continue;
      yield problem(object, document.path, account, accountOf(set, account, object.namespace));
    }
  },
};

type SetMember = KubernetesSet['objects'][number];

function accountOf(set: KubernetesSet, account: string, namespace: string): SetMember | undefined {
  return set.objects.find(
    ({ object }) =>
      object.kind === 'ServiceAccount' &&
      object.name === account &&
      (object.namespace === namespace || object.namespace === '' || namespace === ''),
  );
}

/** The account says that its pods get no token. */
function isOff(set: KubernetesSet, account: string, namespace: string): boolean {
  return textAt(accountOf(set, account, namespace)?.object.node, 'automountServiceAccountToken') === 'false';
}

/** Somebody gave the account rights, so the program asks the API for something. */
function hasRights(set: KubernetesSet, account: string): boolean {
  return set.objects.some(
    ({ object }) =>
      /^(Cluster)?RoleBinding$/.test(object.kind) &&
      itemsAt(object.node, 'subjects').some(
        (subject) => textAt(subject, 'kind') === 'ServiceAccount' && textAt(subject, 'name') === account,
      ),
  );
}

/** Told where it is asked for: at the pods, or at their account. */
function problem(object: KubernetesObject, path: string, account: string, member: SetMember | undefined): Problem {
  const spec = object.pod?.spec;
  const own = entryOf(spec, 'automountServiceAccountToken');
  const shared = own ? undefined : entryOf(member?.object.node, 'automountServiceAccountToken');
  return {
    path: shared && member ? member.document.path : path,
    range:
      (own ?? shared)?.range ??
      entryOf(spec, 'serviceAccountName')?.range ??
      entryOf(object.node, 'metadata')?.key.range ??
      object.range,
    key: `${object.key}/automountServiceAccountToken`,
    message: {
      what: `The pods of ${quote(object.key)} carry the token of the account ${quote(account)}, which has no rights here.`,
      why: 'Who gets into the pod can ask the API of the cluster in its name, with whatever the account is given later.',
      remedy: `Set ${quote('automountServiceAccountToken: false')} for a program that does not talk to the API.`,
    },
  };
}

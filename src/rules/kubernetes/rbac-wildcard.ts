import type { KubernetesObject } from '../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { itemsAt, type YamlNode, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';

export const rbacWildcard: Rule<KubernetesDocument> = {
  id: 'rbac-wildcard',
  kinds: ['kubernetes'],
  title: 'A role allows more than anybody has listed',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    'kube-linter': ['wildcard-in-rules'],
    trivy: [
      'KSV-0044',
      'KSV-0045',
      'KSV-0046',
      'KSV-0112',
      'AVD-KSV-0044',
      'AVD-KSV-0045',
      'AVD-KSV-0046',
      'AVD-KSV-0112',
    ],
    checkov: ['CKV_K8S_49'],
    kics: ['6b896afb-ca07-467a-b256-1a0077a1c08e'],
    semgrep: ['legacy-api-clusterrole-excessive-permissions'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const roles = view.objects.filter(isRole);
    let found = 0;
    for (const role of roles) {
      for (const rule of itemsAt(role.node, 'rules')) {
        const wide = wideRule(rule);
        if (!wide) continue;
        found += 1;
        yield problem(role, wide);
      }
    }
    const [first] = roles;
    if (first && found === 0) yield { proof: `0 of ${roles.length} roles have a wildcard`, range: first.range };
  },
};

function isRole({ apiVersion, kind }: KubernetesObject): boolean {
  return /^rbac\.authorization\.k8s\.io\//.test(apiVersion) && (kind === 'Role' || kind === 'ClusterRole');
}

interface WideRule {
  readonly at: YamlScalar;
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly anyVerb: boolean;
  readonly anyResource: boolean;
}

/** What the API of Kubernetes knows (https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb); anything else allows nothing on its resources. */
const VERBS =
  /^(\*|get|list|watch|create|update|patch|delete|deletecollection|use|bind|escalate|impersonate|approve|sign|attest|proxy)$/;

/** A rule with `*` for verbs or resources; of groups alone it widens nothing that is not listed. */
function wideRule(rule: YamlNode): WideRule | undefined {
  const [verbs, resources, groups] = ['verbs', 'resources', 'apiGroups'].map((key) =>
    itemsAt(rule, key).filter((item): item is YamlScalar => item.type === 'scalar'),
  ) as [YamlScalar[], YamlScalar[], YamlScalar[]];
  const at = verbs.find(isStar) ?? resources.find(isStar);
  if (!at || resources.length === 0 || !verbs.some(({ text }) => VERBS.test(text))) return undefined;
  return {
    at,
    groups: groups.map(({ text }) => text),
    resources: resources.map(({ text }) => text),
    anyVerb: verbs.some(isStar),
    anyResource: resources.some(isStar),
  };
}

function isStar({ text }: YamlScalar): boolean {
  return text === '*' || text === '*/*';
}

/** Groups of Kubernetes itself; those of an operator's own resources have other names. */
const BUILT_IN = /^$|^\*$|^(apps|batch|autoscaling|policy|extensions)$|\.k8s\.io$/;

/** Resources with verbs that lead to other rights. */
const LEADS_ON = /^(cluster)?roles$|^(users|groups|serviceaccounts|userextras)(\/|$)/;

function problem(role: KubernetesObject, { at, groups, resources, anyVerb, anyResource }: WideRule): Observation {
  const isOwn = groups.length > 0 && groups.every((group) => !BUILT_IN.test(group));
  const severity = isOwn ? 'low' : anyVerb && anyResource ? 'high' : 'medium';
  const where = groups.includes('*')
    ? 'every API'
    : groups.every((group) => group === '')
      ? 'the core API'
      : quoteAll(groups.filter(Boolean));
  const what = anyResource ? `all resources of ${where}` : quoteAll(resources);
  return {
    range: at.range,
    key: `${role.key}/${groups.join(',')}/${resources.join(',')}`,
    severity,
    message: {
      what: `${quote(role.key)} allows ${anyVerb ? 'everything' : 'its verbs'} on ${what}.`,
      why: isOwn
        ? 'What is added to that API later is allowed as well, and nobody sees from here what the program uses.'
        : anyResource
          ? 'That includes secrets and what is added later: who gets hold of the account takes over the workloads, and with write access the cluster.'
          : resources.some((name) => LEADS_ON.test(name))
            ? 'That includes verbs such as escalate, bind and impersonate, with which it takes rights that it was not given.'
            : 'That includes deleting all of them, and whatever verb is added later.',
      remedy: 'List the verbs and resources that the program uses.',
    },
  };
}

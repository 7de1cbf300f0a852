import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../../documents/kubernetes.ts';
import { itemsAt, textAt, type YamlNode, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../../types.ts';
import { quote, quoteAll } from '../../quote.ts';
import type { RbacGrant, RbacRow } from './rbac-row.ts';

/** Makes a rule of a row. */
export function rbacRule(row: RbacRow): Rule<KubernetesDocument> {
  return {
    id: row.id,
    kinds: ['kubernetes'],
    title: row.title,
    severity: row.severity,
    confidence: 'certain',
    strictness: row.strictness,
    domain: 'security',
    aliases: row.aliases,
    since: '0.1.0',
    on: 'document',
    fixable: false,

    *check({ view }) {
      const roles = view.objects.filter(isRole);
      let found = 0;
      for (const role of roles) {
        if (row.isAdminRight && isAddedToAdmin(role)) continue;
        for (const match of distinct(itemsAt(role.node, 'rules').flatMap((rule) => matchesOf(rule, row.grants)))) {
          found += 1;
          yield problem(row, role, match);
        }
      }
      const [first] = roles;
      if (first && found === 0)
        yield { proof: `0 of ${roles.length} roles: ${row.title.replace(/^A role /, '')}`, range: first.range };
    },
  };
}

/** Roles that Kubernetes brings with it. */
const BUILT_IN =
  /^(cluster-admin|admin|edit|view|system:(aggregate-to-|auth-delegator|basic-user|certificates\.k8s\.io:|controller:|discovery|heapster|kube-|kubelet-api-admin|legacy-|monitoring|node|persistent-volume-provisioner|public-info-viewer|service-account-issuer-discovery|volume-scheduler).*)$/;

function isRole({ apiVersion, kind, name }: KubernetesObject): boolean {
  return (
    apiVersion.startsWith('rbac.authorization.k8s.io/') &&
    (kind === 'Role' || (kind === 'ClusterRole' && !BUILT_IN.test(name)))
  );
}

function isAddedToAdmin({ node }: KubernetesObject): boolean {
  return ['admin', 'edit'].some(
    (name) => textAt(node, 'metadata', 'labels', `rbac.authorization.k8s.io/aggregate-to-${name}`) === 'true',
  );
}

interface Match {
  readonly resource: YamlScalar;
  readonly verbs: readonly string[];
}

/** The resources of a rule that are granted; all of a kind (`*`) is told by the rule on wildcards, named ones are meant. */
function matchesOf(rule: YamlNode, grants: readonly RbacGrant[]): Match[] {
  const names = textsAt(rule, 'resourceNames');
  const groups = textsAt(rule, 'apiGroups');
  const verbs = textsAt(rule, 'verbs');
  return grants.flatMap((grant) => {
    if (grant.names ? !grant.names.some((name) => names.includes(name)) : names.length > 0) return [];
    if (!groups.some((group) => group === '*' || grant.groups.includes(group))) return [];
    const allowed = verbs.filter((verb) => verb === '*' || grant.verbs.includes(verb));
    if (allowed.length === 0) return [];
    return itemsAt(rule, 'resources').flatMap((resource): Match[] =>
      resource.type === 'scalar' && grant.resources.includes(resource.text) ? [{ resource, verbs: allowed }] : [],
    );
  });
}

/** One for each resource, however many rules of the role name it. */
function distinct(matches: readonly Match[]): Match[] {
  const first = new Map<string, Match>();
  for (const match of matches) if (!first.has(match.resource.text)) first.set(match.resource.text, match);
  return [...first.values()];
}

function textsAt(rule: YamlNode, key: string): string[] {
  return itemsAt(rule, key).flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
}

function problem(row: RbacRow, role: KubernetesObject, { resource, verbs }: Match): Observation {
  const isNarrow = role.kind === 'Role';
  return {
    range: resource.range,
    key: `${role.key}/${resource.text}`,
    ...(isNarrow ? { severity: row.inNamespace } : {}),
    message: {
      what: `${quote(role.key)} allows ${quoteAll(verbs)} on ${quote(resource.text)}, ${isNarrow ? 'in its namespace' : 'in every namespace that it is bound for'}.`,
      why: row.why,
      remedy: row.remedy,
    },
  };
}

import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { itemsAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Problem, Rule, RuleContext, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { placedObjects } from './changes/placed-objects.ts';
import { type Binding, readBinding, type Subject } from './rbac/binding.ts';

/** Who is in a group, and how bad it is that they get a role that writes, or one that only reads. */
const GROUPS: Readonly<Record<string, { readonly who: string; readonly writes: Severity; readonly reads: Severity }>> =
  {
    'system:anonymous': { who: 'everybody who reaches the API, without a login', writes: 'critical', reads: 'high' },
    'system:unauthenticated': {
      who: 'everybody who reaches the API, without a login',
      writes: 'critical',
      reads: 'high',
    },
    'system:authenticated': { who: 'everybody with any login, and every pod', writes: 'high', reads: 'low' },
    'system:serviceaccounts': { who: 'every pod of the cluster', writes: 'high', reads: 'low' },
    'system:masters': { who: 'a group that no rule of the cluster can ever limit', writes: 'medium', reads: 'medium' },
  };
/** What Kubernetes and kubeadm bind to them themselves: versions of the API, and keys to check tokens with. */
const PUBLIC_ROLE =
  /^(system:(discovery|basic-user|public-info-viewer|service-account-issuer-discovery)|kubeadm:[\w:-]+)$/;

export const rbacSystemGroupBinding: Rule<KubernetesDocument> = {
  id: 'rbac-system-group-binding',
  kinds: ['kubernetes'],
  title: 'Everybody gets the rights of a role',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    trivy: ['KSV-0122', 'KSV-0123', 'KSV-01011', 'AVD-KSV-0122', 'AVD-KSV-0123', 'AVD-KSV-01011'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }, context) {
    for (const object of view.objects) {
      const binding = readBinding(object);
      if (!binding || PUBLIC_ROLE.test(binding.role.text)) continue;
      for (const subject of binding.subjects) {
        const found = subject.kind !== 'ServiceAccount' && problem(binding, subject, context);
        if (found) yield found;
      }
    }
  },
};

function problem(binding: Binding, { name }: Subject, context: RuleContext): Problem | undefined {
  const group = Object.hasOwn(GROUPS, name.text) ? GROUPS[name.text] : undefined;
  // The one binding that every cluster begins with.
  if (!group || (name.text === 'system:masters' && binding.role.text === 'cluster-admin')) return undefined;
  return {
    range: name.range,
    key: `${binding.object.key}/${name.text}`,
    severity: onlyReads(binding, context) ? group.reads : group.writes,
    message: {
      what: `${quote(binding.object.key)} gives ${quote(binding.role.text)} to ${quote(name.text)}: ${group.who}.`,
      why:
        name.text === 'system:masters'
          ? 'Its members pass every check before roles are looked at, so the binding limits nobody, and says that somebody works with such a certificate.'
          : 'Nobody is asked who they are or what they need: one pod or login that is taken over is enough to use all of it.',
      remedy: 'Bind the role to the accounts and groups that use it, by name.',
    },
  };
}

/** The role was read, and gives nothing away but looks at what is no secret. */
function onlyReads({ role, roleKind, object }: Binding, context: RuleContext): boolean {
  if (/^(system:.*(viewer|reader)|view)$/.test(role.text)) return true;
  const roles = placedObjects(context, context.side).filter(
    ({ object: other }) =>
      other.kind === roleKind &&
      other.name === role.text &&
      (roleKind === 'ClusterRole' || other.namespace === object.namespace),
  );
  return roles.length > 0 && roles.every(({ object: { node } }) => itemsAt(node, 'rules').every(isLook));
}

function isLook(rule: YamlNode): boolean {
  const texts = (key: string): string[] =>
    itemsAt(rule, key).flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
  return (
    texts('verbs').every((verb) => /^(get|list|watch)$/.test(verb)) &&
    !texts('resources').some((resource) =>
      /^(\*|secrets|nodes\/proxy|pods\/(exec|attach|log|portforward))$/.test(resource),
    )
  );
}

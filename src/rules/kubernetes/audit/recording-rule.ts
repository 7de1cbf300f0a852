import { itemsAt, textAt, type YamlMap } from '../../../documents/yaml/yaml-node.ts';

/** Something that requests are about, and the group of the API that it belongs to. */
export interface Subject {
  readonly group: string;
  readonly resource: string;
}

/**
 * The rule of an audit policy that decides how much of every request about something is recorded: the first that takes it,
 * whoever asks. Undefined where none does, so that nothing is recorded.
 */
export function recordingRule(policy: YamlMap, subject: Subject): YamlMap | undefined {
  return policyRules(policy).find((rule) => isForAll(rule) && takes(rule, subject));
}

const LIMITS = ['users', 'userGroups', 'verbs', 'namespaces', 'nonResourceURLs'];

function isForAll(rule: YamlMap): boolean {
  return LIMITS.every((limit) => itemsAt(rule, limit).length === 0);
}

/** Whether a rule takes requests about something, of whomever they may be. */
export function takes(rule: YamlMap, subject: Subject): boolean {
  const groups = itemsAt(rule, 'resources');
  if (groups.length === 0) return itemsAt(rule, 'nonResourceURLs').length === 0;
  return groups.some((group) => {
    if (itemsAt(group, 'resourceNames').length > 0) return false;
    const resources = itemsAt(group, 'resources');
    if (resources.length === 0) return (textAt(group, 'group') ?? '') === subject.group;
    return resources.some((one) => one.type === 'scalar' && names(one.text, subject.resource));
  });
}

/** `pods` does not stand for its parts, which `pods/*` and `*` do. */
function names(pattern: string, resource: string): boolean {
  const [kind, part] = resource.split('/');
  return (
    pattern === resource || pattern === '*' || (part !== undefined && [`${kind}/*`, `*/${part}`].includes(pattern))
  );
}

/** Whether an object is an audit policy of the API server. */
export function isAuditPolicy({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): boolean {
  return apiVersion.startsWith('audit.k8s.io/') && kind === 'Policy';
}

/** The rules of an audit policy, in the order in which they are asked. */
export function policyRules(policy: YamlMap): readonly YamlMap[] {
  return itemsAt(policy, 'rules').flatMap((rule) => (rule.type === 'map' ? [rule] : []));
}

import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { at, entryOf, itemsAt, mapAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const networkpolicyOpenSelector: Rule<KubernetesDocument> = {
  id: 'networkpolicy-open-selector',
  kinds: ['kubernetes'],
  title: 'Network policy that lets everybody reach all pods',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { trivy: ['KSV-0038', 'KSV038', 'AVD-KSV-0038'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const policies = view.objects.filter(({ kind }) => kind === 'NetworkPolicy');
    let found = 0;
    for (const { node, key } of policies) {
      if (!isEmpty(at(node, 'spec', 'podSelector'))) continue;
      const open = itemsAt(node, 'spec', 'ingress').find(letsAllIn);
      if (!open) continue;
      found += 1;
      yield {
        range: entryOf(mapAt(node, 'spec'), 'ingress')?.key.range ?? open.range,
        key: `${key}/ingress`,
        message: {
          what: `${quote(key)} lets everybody reach every pod of its namespace, on every port.`,
          why: 'Policies add up: what other policies of the namespace close, this one opens again.',
          remedy: `Name the pods it is for in ${quote('podSelector')}, and who may reach them in ${quote('from')}; if nothing is to be limited, delete it.`,
        },
      };
    }
    const [first] = policies;
    if (first && found === 0)
      yield { proof: `${policies.length} network policies, none of which opens a namespace`, range: first.range };
  },
};

/** No selector takes all pods as an empty one does. */
function isEmpty(selector: YamlNode | undefined): boolean {
  return !selector || (selector.type === 'map' && selector.entries.length === 0);
}

/** Every port, and no sender named, or all addresses. */
function letsAllIn(rule: YamlNode): boolean {
  if (rule.type !== 'map' || itemsAt(rule, 'ports').length > 0) return false;
  const from = itemsAt(rule, 'from');
  return (
    from.length === 0 ||
    from.some(
      (peer) => /^(0\.0\.0\.0|::)\/0$/.test(textOfCidr(peer)) && itemsAt(peer, 'ipBlock', 'except').length === 0,
    )
  );
}

function textOfCidr(peer: YamlNode): string {
  const cidr = at(peer, 'ipBlock', 'cidr');
  return cidr?.type === 'scalar' ? cidr.text : '';
}

import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { itemsAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { capabilityDamage, capabilityName } from '../capability-damage.ts';
import { quote } from '../quote.ts';
import { eachContainer, type PlacedContainer } from './pods/each-container.ts';
import { isNodeAgent } from './pods/is-node-agent.ts';

/** Programs that build tunnels or rewrite the pod's own routes, which is what NET_ADMIN is for. */
const NETWORK_TOOL =
  /(^|[^a-z])(vpn|openvpn|wireguard|wg-easy|gluetun|tailscale|headscale|istio|linkerd|envoy|cni|pihole|frr|keepalived|dnsmasq)([^a-z]|$)/i;

export const dangerousCapabilityAdded: Rule<KubernetesDocument> = {
  id: 'dangerous-capability-added',
  kinds: ['kubernetes'],
  title: 'Container gets a capability that leads to the node',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    polaris: ['dangerousCapabilities'],
    trivy: ['KSV-0005', 'KSV-0120', 'AVD-KSV-0005', 'AVD-KSV-0120'],
    checkov: ['CKV_K8S_39'],
    kics: ['235236ee-ad78-4065-bd29-61b061f28ce0'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    const containers = eachContainer(view.objects);
    let found = 0;
    for (const placed of containers) {
      for (const item of itemsAt(placed.container.node, 'securityContext', 'capabilities', 'add')) {
        if (item.type !== 'scalar' || !capabilityDamage(capabilityName(item.text), 'node')) continue;
        found += 1;
        yield problem(placed, item);
      }
    }
    const first = containers[0]?.container;
    if (first && found === 0)
      yield {
        proof: `0 of ${containers.length} containers add a capability that leads to the node`,
        range: (first.image ?? first.node).range,
      };
  },
};

function problem({ object, container, key }: PlacedContainer, item: YamlScalar): Observation {
  const name = capabilityName(item.text);
  const isTool =
    name === 'NET_ADMIN' &&
    [object.name, container.name, container.image?.text ?? ''].some((one) => NETWORK_TOOL.test(one));
  const byDesign = isTool || isNodeAgent(object);
  const severity = byDesign ? 'low' : name === 'NET_ADMIN' ? 'medium' : undefined;
  return {
    range: item.range,
    key: `${key}/capabilities/${name}`,
    ...(severity ? { severity } : {}),
    ...(byDesign ? { confidence: 'likely' as const } : {}),
    message: {
      what: `The container ${quote(container.name)} of ${quote(object.key)} gets ${quote(item.text)}.`,
      why: capabilityDamage(name, 'node') ?? '',
      remedy: byDesign
        ? 'If the program really needs it, say so beside the line.'
        : name === 'ALL'
          ? `Drop ${quote('ALL')}, and add the one or two that the program uses.`
          : 'Drop it; if one function of the program needs it, move that into a container of its own.',
    },
  };
}

import type { KubernetesDocument } from '../../documents/kubernetes.ts';
import { entryOf, itemsAt, mapAt } from '../../documents/yaml/yaml-node.ts';
import type { Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';

export const serviceExternalIps: Rule<KubernetesDocument> = {
  id: 'service-external-ips',
  kinds: ['kubernetes'],
  title: 'Service takes over addresses',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { trivy: ['KSV-0108', 'KSV108', 'AVD-KSV-0108'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const { kind, key, node, apiVersion } of view.objects) {
      const spec = mapAt(node, 'spec');
      const entry = entryOf(spec, 'externalIPs');
      const addresses = itemsAt(spec, 'externalIPs').flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
      if (kind !== 'Service' || apiVersion !== 'v1' || !entry || addresses.length === 0) continue;
      yield {
        range: entry.key.range,
        key: `${key}/externalIPs`,
        message: {
          what: `${quote(key)} takes the traffic to ${quoteAll(addresses)} with ${quote('externalIPs')}.`,
          why: 'Nobody checks whose address it is: what pods send there goes to this Service instead (CVE-2020-8554). The field is deprecated since Kubernetes 1.36, and will stop working.',
          remedy: `Use ${quote('type: LoadBalancer')}, without a cloud with MetalLB or the like, or a Gateway.`,
        },
      };
    }
  },
};

import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import { itemsAt, type YamlScalar } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { capabilityDamage, capabilityName } from '../capability-damage.ts';
import { quote } from '../quote.ts';
import { hasRole } from './services/image-roles.ts';
import { isDevelopmentFile } from './services/is-development-file.ts';

export const composeDangerousCapability: Rule<ComposeDocument> = {
  id: 'compose-dangerous-capability',
  kinds: ['compose'],
  title: 'Service gets a capability that leads to its host',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: { kics: ['ce76b7d0-9e77-464d-b86f-c5c48e03e22d', 'container_capabilities_unrestricted'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }) {
    const added = view.services.flatMap((service) =>
      itemsAt(service.node, 'cap_add').flatMap((item) =>
        item.type === 'scalar' && capabilityDamage(capabilityName(item.text), 'host') ? [{ service, item }] : [],
      ),
    );
    for (const { service, item } of added) yield problem(path, service, item);
    const [first] = view.services;
    if (first && added.length === 0)
      yield {
        proof: `0 of ${view.services.length} services add a capability that leads to their host`,
        range: first.nameRange,
      };
  },
};

function problem(path: string, service: ComposeService, item: YamlScalar): Observation {
  const name = capabilityName(item.text);
  const expected =
    hasRole(service, 'watcher') || hasRole(service, 'runtime') || (name === 'NET_ADMIN' && hasRole(service, 'network'));
  const mild = expected || isDevelopmentFile(path);
  const severity = mild ? 'low' : name === 'NET_ADMIN' ? 'medium' : undefined;
  return {
    range: item.range,
    key: `${service.name}/cap_add/${name}`,
    ...(severity ? { severity } : {}),
    ...(mild ? { confidence: 'likely' as const } : {}),
    message: {
      what: `The service ${quote(service.name)} gets ${quote(item.text)}.`,
      why: capabilityDamage(name, 'host') ?? '',
      remedy: expected
        ? 'If the program really needs it, say so beside the line.'
        : name === 'ALL'
          ? 'Name the one or two that the program uses.'
          : 'Drop it; if one function of the program needs it, move that into a service of its own.',
    },
  };
}

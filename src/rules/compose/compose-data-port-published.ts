import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import { itemsAt, textAt, type YamlNode } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { DATA_STORES } from './services/data-stores.ts';

export const composeDataPortPublished: Rule<ComposeDocument> = {
  id: 'compose-data-port-published',
  kinds: ['compose'],
  title: 'A database listens on all addresses of the host',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { kics: ['451d79dc-0588-476a-ad03-3c7f0320abb3'], dclint: ['no-unbound-port-interfaces'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const service of view.services) {
      for (const port of itemsAt(service.node, 'ports')) {
        const published = publishedTo(port);
        const store = published && DATA_STORES[published.target];
        if (store && port.type === 'scalar') yield problem(service, port, store);
      }
    }
  },
};

interface Published {
  readonly target: string;
}

/** `host:container` without an address. A variable without a default may hold one. */
function publishedTo(port: YamlNode): Published | undefined {
  const text = port.type === 'scalar' ? port.text : '';
  const [, target] = /^(?:\d+(?:-\d+)?|\$\{[A-Za-z_]\w*:?-\d+\}):(\d+)(?:\/tcp)?$/.exec(text) ?? [];
  return target === undefined ? undefined : { target };
}

function problem({ name, node }: ComposeService, port: YamlNode, store: string): Observation {
  const text = port.type === 'scalar' ? port.text : '';
  return {
    range: port.range,
    key: `${name}/${text}`,
    ...(textAt(node, 'restart') === undefined ? { severity: 'low' as const } : {}),
    message: {
      what: `The service ${quote(name)} publishes ${quote(text)}, the port of ${store}, on all addresses of the host.`,
      why: 'Docker opens it in front of the firewall of the host: everybody who reaches the machine can try to log in, where the program asks at all, and such ports are scanned all day.',
      remedy: `Bind it to the machine itself, ${quote(`127.0.0.1:${text}`)}, or drop it: services of one project reach each other without.`,
    },
  };
}

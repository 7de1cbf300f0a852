import type { ComposeDocument } from '../../documents/compose.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { bindToLocalhost } from './services/bind-to-localhost.ts';
import { DATA_STORES } from './services/data-stores.ts';
import { isDevelopmentFile } from './services/is-development-file.ts';
import { readPorts } from './services/read-ports.ts';

export const composePortAllInterfaces: Rule<ComposeDocument> = {
  id: 'compose-port-all-interfaces',
  kinds: ['compose'],
  title: 'Port is published on all addresses',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    kics: ['451d79dc-0588-476a-ad03-3c7f0320abb3', 'container_traffic_not_bound_to_host_interface'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ path, view }) {
    if (isDevelopmentFile(path)) return;
    for (const service of view.services) {
      for (const port of readPorts(service)) {
        // Data stores have a rule of their own; what serves the web is there for everybody.
        if (Object.hasOwn(DATA_STORES, port.target)) continue;
        if (port.address !== '' || port.first === 80 || port.first === 443) continue;
        const fix = bindToLocalhost(port);
        yield {
          range: port.node.range,
          key: `${service.name}/${port.first}/${port.protocol}`,
          message: {
            what: `The service ${quote(service.name)} is published as port ${quote(String(port.first))} on every address of the host.`,
            why: 'Published ports go past the rules of firewalls such as ufw: whoever reaches the host reaches the service, past the proxy in front of it.',
            remedy: 'Where a proxy on the host serves it, write `127.0.0.1:` in front of the port.',
          },
          ...(fix ? { fix } : {}),
        };
      }
    }
  },
};

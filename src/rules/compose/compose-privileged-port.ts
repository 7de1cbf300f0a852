import type { ComposeDocument } from '../../documents/compose.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isDevelopmentFile } from './services/is-development-file.ts';
import { readPorts } from './services/read-ports.ts';

export const composePrivilegedPort: Rule<ComposeDocument> = {
  id: 'compose-privileged-port',
  kinds: ['compose'],
  title: 'Published port needs root on the host',
  severity: 'info',
  confidence: 'heuristic',
  strictness: 'pedantic',
  domain: 'reliability',
  aliases: { kics: ['bc2908f3-f73c-40a9-8793-c1b7d5544f79', 'privileged_ports_mapped_in_container'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }) {
    if (isDevelopmentFile(path)) return;
    for (const service of view.services) {
      for (const port of readPorts(service)) {
        if (port.first >= 1024) continue;
        yield {
          range: port.node.range,
          key: `${service.name}/${port.first}/${port.protocol}`,
          message: {
            what: `The service ${quote(service.name)} is published as port ${quote(String(port.first))} of the host.`,
            why: 'Ports below 1024 belong to root: Docker and Podman that run without root do not start the service.',
            remedy: 'Publish a port from 1024 on, and let the proxy or the router of the host lead to it.',
          },
        };
      }
    }
  },
};

import type { ComposeDocument, ComposeService } from '../../documents/compose.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type PublishedPort, readPorts } from './services/read-ports.ts';
import { rivals } from './services/rivals.ts';

interface Placed {
  readonly service: ComposeService;
  readonly port: PublishedPort;
}

export const composeDuplicateExportedPort: Rule<ComposeDocument> = {
  id: 'compose-duplicate-exported-port',
  kinds: ['compose'],
  title: 'Two services publish the same port',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { dclint: ['no-duplicate-exported-ports'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }) {
    const ports = view.services.flatMap((service) => readPorts(service).map((port): Placed => ({ service, port })));
    // Of a range the engine picks what is free.
    const single = ports.filter(({ port }) => port.first === port.last);
    const found = rivals(single, ({ port }) => `${port.first}/${port.protocol}`, collide);
    for (const { earlier, later } of found) yield problem(path, earlier, later);
    const [first] = ports;
    if (first && found.length === 0)
      yield { proof: `${ports.length} published ports are different ones`, range: first.port.node.range };
  },
};

/** On the same address of the host; a service that several names stand for is one. */
function collide({ service: one, port: a }: Placed, { service: other, port: b }: Placed): boolean {
  return one.node !== other.node && (a.address === b.address || a.address === '' || b.address === '');
}

function problem(path: string, earlier: Placed, { service, port }: Placed): Observation {
  return {
    range: port.node.range,
    key: `${service.name}/${port.address}:${port.first}/${port.protocol}`,
    message: {
      what: `The service ${quote(service.name)} publishes port ${quote(String(port.first))} of the host, as ${quote(earlier.service.name)} does.`,
      why: 'Only one of them gets it: the other does not start, with "port is already allocated", and which one that is changes from start to start.',
      remedy: 'Publish another port of the host, or give the two different profiles if they never run together.',
    },
    related: [
      {
        path,
        side: 'head',
        range: earlier.port.node.range,
        message: `${quote(earlier.service.name)} publishes it here.`,
      },
    ],
  };
}

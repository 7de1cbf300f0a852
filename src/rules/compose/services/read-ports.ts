import type { ComposeService } from '../../../documents/compose.ts';
import { itemsAt, textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';

/** A port, or a range of ports, of the host that leads into a service. */
export interface PublishedPort {
  /** The address of the host it is bound to; empty: every address. */
  readonly address: string;
  readonly first: number;
  readonly last: number;
  readonly protocol: string;
  /** The port of the container; of a range the first. */
  readonly target: string;
  readonly node: YamlNode;
}

/** The fixed ports that a service publishes. Those that a variable names, and those the engine picks, are left out. */
export function readPorts({ node }: ComposeService): readonly PublishedPort[] {
  // Without a network of its own there is nothing to publish.
  if (/^(host|none|service:|container:)/.test(textAt(node, 'network_mode') ?? '')) return [];
  return itemsAt(node, 'ports').flatMap((port) => readPort(port) ?? []);
}

const SHORT = /^(?:(\[[0-9a-f:.]*\]|[0-9.]+|localhost):)?(\d+)(?:-(\d+))?:(\d+)(?:-\d+)?(?:\/(tcp|udp|sctp))?$/i;
const PUBLISHED = /^(\d+)(?:-(\d+))?$/;

function readPort(port: YamlNode): PublishedPort | undefined {
  if (port.type === 'list') return undefined;
  const found =
    port.type === 'scalar'
      ? SHORT.exec(port.text)
      : PUBLISHED.exec(textAt(port, 'published') ?? '') && longForm(port, textAt(port, 'published') ?? '');
  if (!found) return undefined;
  const [, address = '', first = '', last = first, target = '', protocol = 'tcp'] = found;
  if (address.includes('$')) return undefined;
  return {
    address: isEvery(address) ? '' : address.replace(/^\[|\]$/g, ''),
    first: Number(first),
    last: Number(last),
    protocol: protocol.toLowerCase(),
    target,
    node: port,
  };
}

function longForm(port: YamlNode, published: string): readonly (string | undefined)[] {
  const [first, last] = published.split('-');
  return [published, textAt(port, 'host_ip'), first, last, textAt(port, 'target'), textAt(port, 'protocol')];
}

function isEvery(address: string): boolean {
  return ['', '0.0.0.0', '[::]', '::'].includes(address);
}

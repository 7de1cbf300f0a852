import type { HclValue } from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';
import { plainText } from '../modules/plain-text.ts';
import { isPrivate, parseCidr } from '../network/cidr.ts';

/** What an opening lets in: everything, one of the two ways to a machine's console, a known service, or who knows what. */
export type Opening = 'all' | 'ssh' | 'rdp' | 'service' | 'other';

/** Ports that one rule opens: both ends included; `any` protocol means all of them. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
  readonly protocol: string;
  /** Where it is written, if it has a place of its own. */
  readonly range?: Range;
}

/** What an open range means; undefined where it is meant to be public. */
export interface Exposure {
  readonly opening: Opening;
  /** As a sentence's subject: `port 22 (SSH)`. */
  readonly label: string;
  readonly range?: Range;
}

/** Remote control and stores of data: nobody on the internet has any business there. */
const CRITICAL: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [23, 'Telnet'],
  [135, 'Windows RPC'],
  [139, 'NetBIOS'],
  [445, 'SMB'],
  [873, 'rsync'],
  [1433, 'SQL Server'],
  [1521, 'Oracle'],
  [2049, 'NFS'],
  [2375, 'Docker'],
  [2376, 'Docker'],
  [2379, 'etcd'],
  [2380, 'etcd'],
  [3306, 'MySQL'],
  [3389, 'RDP'],
  [5432, 'PostgreSQL'],
  [5439, 'Redshift'],
  [5601, 'Kibana'],
  [5900, 'VNC'],
  [5984, 'CouchDB'],
  [5985, 'WinRM'],
  [5986, 'WinRM'],
  [6379, 'Redis'],
  [6380, 'Redis'],
  [7000, 'Cassandra'],
  [8123, 'ClickHouse'],
  [8265, 'Ray'],
  [8888, 'Jupyter'],
  [9042, 'Cassandra'],
  [9092, 'Kafka'],
  [9200, 'Elasticsearch'],
  [9300, 'Elasticsearch'],
  [10250, 'the kubelet'],
  [11211, 'Memcached'],
  [27017, 'MongoDB'],
  [27018, 'MongoDB'],
]);

/** The same names stand for other programs, or for none, over UDP. */
const CRITICAL_UDP: ReadonlyMap<number, string> = new Map([
  [111, 'portmapper'],
  [137, 'NetBIOS'],
  [161, 'SNMP'],
  [389, 'LDAP'],
  [2049, 'NFS'],
  [3389, 'RDP'],
  [11211, 'Memcached'],
]);

/** Web servers, HTTP/3 and virtual private networks are there to be reached. */
const PUBLIC: Readonly<Record<string, readonly number[]>> = { tcp: [80, 443], udp: [443, 500, 1194, 4500, 51820] };

export function exposureOf(ports: PortRange): Exposure | undefined {
  const { from, to, protocol } = ports;
  const at = ports.range ? { range: ports.range } : {};
  if (from <= 0 && to >= 65_535) return { opening: 'all', label: 'every port', ...at };
  const names = [...(protocol === 'udp' ? CRITICAL_UDP : CRITICAL)]
    .filter(([port]) => port >= from && port <= to)
    .map(([port, name]) => `${port} (${name})`);
  const single = from === to;
  if (single && publicPorts(protocol).includes(from)) return undefined;
  const range = single ? `port ${from}` : `ports ${from} to ${to}`;
  // What listens there is not known; some of it is meant for everybody.
  if (names.length === 0) return { opening: 'other', label: range, ...at };
  const opening = openingOf(ports);
  if (single) return { opening, label: `port ${names[0]}`, ...at };
  return { opening, label: `${range}, among them ${names.slice(0, 3).join(', ')}`, ...at };
}

/** A range with both consoles in it is as good as everything. UDP alone opens neither. */
function openingOf({ from, to, protocol }: PortRange): Opening {
  const holds = (port: number) => protocol !== 'udp' && port >= from && port <= to;
  if (holds(22)) return holds(3389) ? 'all' : 'ssh';
  return holds(3389) ? 'rdp' : 'service';
}

function publicPorts(protocol: string): readonly number[] {
  return PUBLIC[protocol] ?? PUBLIC.tcp ?? [];
}

/** `-1`, `all`, `*` are any protocol; undefined for those without ports, as ICMP. */
export function protocolName(value: HclValue): string | undefined {
  const name = plainText(value).toLowerCase();
  if (['-1', 'all', '*', 'any'].includes(name)) return 'any';
  if (name === 'tcp' || name === '6') return 'tcp';
  if (name === 'udp' || name === '17') return 'udp';
  return undefined;
}

/** `22`, `8000-8100`, `*`; several where commas divide them. */
export function parsePorts(text: string, protocol: string): readonly PortRange[] {
  return text.split(',').flatMap((part) => {
    if (part.trim() === '*') return [{ from: 0, to: 65_535, protocol }];
    const [, from, to] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? [];
    return from === undefined ? [] : [{ from: Number(from), to: Number(to ?? from), protocol }];
  });
}

/** The whole internet, or more of it than anybody owns. */
export function isAnywhere(address: string): boolean {
  const text = address.trim().toLowerCase();
  if (['*', 'any', 'internet', '0.0.0.0', '::'].includes(text)) return true;
  const [, network = '', bits] = /^([0-9a-f.:]*)\/(\d+)$/.exec(text) ?? [];
  if (bits === undefined) return false;
  return Number(bits) === 0 || (Number(bits) < 8 && network.includes('.'));
}

/** Networks that let no stranger in: of the machine itself, of the link, of example texts, and from which Google checks health and forwards logins. */
const HARMLESS = [
  ...['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'],
  ...['35.235.240.0/20', '35.191.0.0/16', '130.211.0.0/22', '209.85.152.0/22', '209.85.204.0/22'],
];

/** Addresses of the internet, more than one and fewer than everybody's. */
export function isForeignNetwork(address: string): boolean {
  const range = parseCidr(address);
  if (!range || range.bits > 31 || isAnywhere(address) || isPrivate(range)) return false;
  return range.start < 0xe000_0000 && !HARMLESS.some((text) => parseCidr(text)?.start === range.start);
}

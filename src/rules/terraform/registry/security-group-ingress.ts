import {
  attribute,
  type HclAttribute,
  type HclBlock,
  type HclExpression,
  type HclObjectEntry,
} from '../../../documents/terraform.ts';
import type { Range } from '../../../types.ts';

/** Names that the module has for ports: those that matter where everybody comes in. */
const NAMED: ReadonlyMap<string, readonly [from: number, to: number, protocol: string]> = new Map([
  ['all-all', [-1, -1, '-1']],
  ['all-tcp', [0, 65_535, 'tcp']],
  ['all-udp', [0, 65_535, 'udp']],
  ['ssh-tcp', [22, 22, 'tcp']],
  ['rdp-tcp', [3389, 3389, 'tcp']],
  ['rdp-udp', [3389, 3389, 'udp']],
  ['postgresql-tcp', [5432, 5432, 'tcp']],
  ['mysql-tcp', [3306, 3306, 'tcp']],
  ['mssql-tcp', [1433, 1433, 'tcp']],
  ['oracle-db-tcp', [1521, 1521, 'tcp']],
  ['redis-tcp', [6379, 6379, 'tcp']],
  ['redshift-tcp', [5439, 5439, 'tcp']],
  ['memcached-tcp', [11_211, 11_211, 'tcp']],
  ['mongodb-27017-tcp', [27_017, 27_017, 'tcp']],
  ['mongodb-27018-tcp', [27_018, 27_018, 'tcp']],
  ['cassandra-clients-tcp', [9042, 9042, 'tcp']],
  ['elasticsearch-rest-tcp', [9200, 9200, 'tcp']],
  ['elasticsearch-java-tcp', [9300, 9300, 'tcp']],
  ['kibana-tcp', [5601, 5601, 'tcp']],
  ['kafka-broker-tcp', [9092, 9092, 'tcp']],
  ['etcd-client-tcp', [2379, 2379, 'tcp']],
  ['nfs-tcp', [2049, 2049, 'tcp']],
  ['winrm-http-tcp', [5985, 5985, 'tcp']],
  ['winrm-https-tcp', [5986, 5986, 'tcp']],
]);

/** What a call of the module lets in, as the `ingress` blocks that the resource would have. */
export function ingressOfSecurityGroup(call: HclBlock): readonly HclBlock[] {
  const lists = ['ingress_with_cidr_blocks', 'ingress_with_ipv6_cidr_blocks'];
  const objects = lists.flatMap((name) => itemsOf(call, name)).flatMap((item) => fromObject(item));
  const sources = ['ingress_cidr_blocks', 'ingress_ipv6_cidr_blocks'].flatMap((name) => {
    const given = attribute(call, name);
    return given ? [{ ...given, name: name.replace('ingress_', '') }] : [];
  });
  const named = [...itemsOf(call, 'ingress_rules'), ...rulesOfSubmodule(call)].flatMap((item) => portsOf(item));
  return [...objects, ...named.map((ports) => toBlock(ports[0]?.range ?? call.headerRange, [...sources, ...ports]))];
}

/** `//modules/mysql` opens what `mysql-tcp` does. */
function rulesOfSubmodule(call: HclBlock): readonly HclExpression[] {
  const value = attribute(call, 'source')?.value;
  const [, name] = value?.kind === 'literal' ? (/\/\/modules\/([\w-]+)$/.exec(String(value.value)) ?? []) : [];
  return value && name !== undefined ? [{ kind: 'literal', value: `${name}-tcp`, range: value.range }] : [];
}

function itemsOf(call: HclBlock, name: string): readonly HclExpression[] {
  const value = attribute(call, name)?.value;
  return value?.kind === 'list' ? value.items : [];
}

function fromObject(object: HclExpression): readonly HclBlock[] {
  if (object.kind !== 'object') return [];
  const rule = object.entries.find(({ name }) => name === 'rule');
  const [ports = []] = rule ? portsOf(rule.value) : [];
  return [toBlock(object.range, [...object.entries.flatMap((entry) => toAttribute(entry)), ...ports])];
}

/** The ports behind a name, as the attributes that would say the same. */
function portsOf(rule: HclExpression): readonly (readonly HclAttribute[])[] {
  const found = rule.kind === 'literal' ? NAMED.get(String(rule.value)) : undefined;
  if (!found) return [];
  const [from, to, protocol] = found;
  const { range } = rule;
  const one = (name: string, value: string | number): HclAttribute => ({
    name,
    nameRange: range,
    range,
    value: { kind: 'literal', value, range },
  });
  return [[one('from_port', from), one('to_port', to), one('protocol', protocol)]];
}

function toAttribute({ name, key, value, range }: HclObjectEntry): readonly HclAttribute[] {
  return name === undefined ? [] : [{ name, nameRange: key.range, range, value }];
}

function toBlock(range: Range, attributes: readonly HclAttribute[]): HclBlock {
  return {
    type: 'ingress',
    typeRange: range,
    labels: [],
    range,
    headerRange: range,
    bodyRange: range,
    attributes,
    blocks: [],
  };
}

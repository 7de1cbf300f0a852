import type { IngressShape } from '../row.ts';

const PAIR = { style: 'pair', from: 'from_port', to: 'to_port', protocol: 'protocol' } as const;

/** How each resource type writes what it lets in. */
export const awsSecurityGroups: readonly IngressShape[] = [
  {
    resource: 'aws_security_group',
    block: 'ingress',
    when: {},
    sources: ['cidr_blocks', 'ipv6_cidr_blocks'],
    ports: PAIR,
  },
  {
    resource: 'aws_default_security_group',
    block: 'ingress',
    when: {},
    sources: ['cidr_blocks', 'ipv6_cidr_blocks'],
    ports: PAIR,
  },
  {
    resource: 'aws_security_group_rule',
    when: { type: ['ingress'] },
    sources: ['cidr_blocks', 'ipv6_cidr_blocks'],
    ports: PAIR,
  },
  {
    resource: 'aws_vpc_security_group_ingress_rule',
    when: {},
    sources: ['cidr_ipv4', 'cidr_ipv6'],
    ports: { ...PAIR, protocol: 'ip_protocol' },
  },
];

export const awsNetworkAcls: readonly IngressShape[] = [
  {
    resource: 'aws_network_acl_rule',
    when: { rule_action: ['allow'], egress: [false, undefined] },
    sources: ['cidr_block', 'ipv6_cidr_block'],
    ports: PAIR,
  },
  {
    resource: 'aws_network_acl',
    block: 'ingress',
    when: { action: ['allow'] },
    sources: ['cidr_block', 'ipv6_cidr_block'],
    ports: PAIR,
  },
];

export const azureNetworkSecurity: readonly IngressShape[] = [
  'azurerm_network_security_rule',
  'azurerm_network_security_group',
].map((resource) => ({
  resource,
  ...(resource === 'azurerm_network_security_group' ? { block: 'security_rule' } : {}),
  when: { direction: ['Inbound'], access: ['Allow'] },
  sources: ['source_address_prefix', 'source_address_prefixes'],
  ports: { style: 'ranges', ranges: ['destination_port_range', 'destination_port_ranges'], protocol: 'protocol' },
}));

export const gcpFirewalls: readonly IngressShape[] = [
  {
    resource: 'google_compute_firewall',
    when: { direction: ['INGRESS', undefined], disabled: [false, undefined] },
    sources: ['source_ranges'],
    ports: { style: 'blocks', block: 'allow', ranges: 'ports', protocol: 'protocol' },
  },
];

export const ingressShapes: readonly IngressShape[] = [
  ...awsSecurityGroups,
  ...azureNetworkSecurity,
  ...gcpFirewalls,
  ...awsNetworkAcls,
];

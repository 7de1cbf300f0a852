import type { IngressShape, Row } from '../row.ts';
import { ingressRows } from './ingress-rows.ts';
import { awsNetworkAcls, awsSecurityGroups, azureNetworkSecurity, gcpFirewalls } from './ingress-shapes.ts';

const REMEDY =
  'Name the addresses that need it, go through a load balancer or a private network, or use the session service of the cloud for shells.';

const securityGroups = ingressRows({
  id: 'aws-security-group',
  name: 'Security group',
  remedy: REMEDY,
  shapes: awsSecurityGroups,
  aliases: {
    any: {
      trivy: ['AWS-0107', 'AVD-AWS-0107'],
      kics: ['4728cd65-a20c-49da-8b31-9c08b423e4db'],
      semgrep: ['aws-ec2-security-group-allows-public-ingress'],
    },
    all: { checkov: ['CKV_AWS_277'], kics: ['590d878b-abdc-428f-895a-e2b68a0e1998'] },
    ssh: { checkov: ['CKV_AWS_24'], kics: ['65905cec-d691-4320-b320-2000436cb696'] },
    rdp: { checkov: ['CKV_AWS_25'], kics: ['151187cb-0efc-481c-babd-ad24e3c9bc22'] },
    service: { kics: ['381c3f2a-ef6f-4eff-99f7-b169cda3422c', '590d878b-abdc-428f-895a-e2b68a0e1998'] },
    other: {
      checkov: ['CKV_AWS_260'],
      kics: ['590d878b-abdc-428f-895a-e2b68a0e1998', '381c3f2a-ef6f-4eff-99f7-b169cda3422c'],
    },
  },
});

const networkSecurity = ingressRows({
  id: 'azure-network-security',
  name: 'Network security group',
  remedy: REMEDY,
  shapes: azureNetworkSecurity,
  aliases: {
    any: { trivy: ['AZU-0047', 'AVD-AZU-0047'] },
    all: { checkov: ['CKV_AZURE_77'] },
    ssh: {
      trivy: ['AZU-0050', 'AVD-AZU-0050'],
      checkov: ['CKV_AZURE_10'],
      kics: ['3e3c175e-aadf-4e2b-a464-3fdac5748d24'],
    },
    rdp: {
      trivy: ['AZU-0048', 'AVD-AZU-0048'],
      checkov: ['CKV_AZURE_9'],
      kics: ['efbf6449-5ec5-4cfe-8f15-acc51e0d787c'],
    },
    service: {
      trivy: ['AZU-0074', 'AVD-AZU-0074'],
      checkov: ['CKV_AZURE_77'],
      kics: ['594c198b-4d79-41b8-9b36-fde13348b619'],
    },
    other: { checkov: ['CKV_AZURE_77', 'CKV_AZURE_160'], kics: ['594c198b-4d79-41b8-9b36-fde13348b619'] },
  },
});

const firewalls = ingressRows({
  id: 'gcp-firewall',
  name: 'Firewall',
  remedy:
    'Name the ranges that need it; for shells and desktops, let the identity-aware proxy in (`35.235.240.0/20`) instead of the world.',
  shapes: gcpFirewalls,
  aliases: {
    any: { trivy: ['GCP-0027', 'AVD-GCP-0027'] },
    all: {
      trivy: ['GCP-0072', 'AVD-GCP-0072'],
      checkov: ['CKV2_GCP_12'],
      kics: ['22ef1d26-80f8-4a6c-8c15-f35aab3cac78'],
    },
    ssh: {
      trivy: ['GCP-0071', 'AVD-GCP-0071'],
      checkov: ['CKV_GCP_2'],
      kics: ['c4dcdcdf-10dd-4bf4-b4a0-8f6239e6aaa0'],
      semgrep: ['gcp-compute-firewall-unrestricted-ingress-22'],
    },
    rdp: {
      trivy: ['GCP-0070', 'AVD-GCP-0070'],
      checkov: ['CKV_GCP_3'],
      kics: ['678fd659-96f2-454a-a2a0-c2571f83a4a3'],
      semgrep: ['gcp-compute-firewall-unrestricted-ingress-3389'],
    },
    service: { checkov: ['CKV_GCP_75', 'CKV_GCP_77', 'CKV_GCP_88'] },
    other: { checkov: ['CKV_GCP_106'] },
  },
});

const networkAcls = ingressRows({
  id: 'aws-network-acl',
  name: 'Network ACL',
  remedy: 'Name the addresses that need it.',
  shapes: awsNetworkAcls,
  strictness: 'pedantic',
  severity: 'medium',
  aliases: {
    any: { trivy: ['AWS-0105', 'AVD-AWS-0105'] },
    all: { trivy: ['AWS-0102', 'AVD-AWS-0102'], checkov: ['CKV_AWS_352'] },
    ssh: { checkov: ['CKV_AWS_232'], kics: ['3af7f2fd-06e6-4dab-b996-2912bea19ba4'] },
    rdp: { checkov: ['CKV_AWS_231'], kics: ['a20be318-cac7-457b-911d-04cc6e812c25'] },
    service: {},
    other: { checkov: ['CKV_AWS_229', 'CKV_AWS_230'] },
  },
});

/** Somebody's network is not everybody, and mostly an office: worth a look where a database stands behind it. */
function networkRow(id: string, name: string, shapes: readonly IngressShape[], aliases: Row['aliases']): Row {
  return {
    type: 'ingress',
    id,
    title: `${name} opens a sensitive port to a network outside`,
    severity: 'low',
    domain: 'security',
    confidence: 'likely',
    strictness: 'pedantic',
    aliases,
    openings: ['all', 'ssh', 'rdp', 'service'],
    to: 'network',
    why: 'Everybody who gets an address there, today or when the network changes hands, reaches a port that gives away a machine or its data.',
    remedy: 'Name single addresses, or go through a private network or the session service of the cloud.',
    shapes,
  };
}

const networks = [
  networkRow('aws-security-group-foreign-network', 'Security group', awsSecurityGroups, {}),
  networkRow('azure-network-security-foreign-network', 'Network security group', azureNetworkSecurity, {
    kics: ['e9dee01f-2505-4df2-b9bf-7804d1fd9082'],
  }),
  networkRow('gcp-firewall-foreign-network', 'Firewall', gcpFirewalls, {}),
];

export const publicIngress = [...securityGroups, ...networkSecurity, ...firewalls, ...networkAcls, ...networks];

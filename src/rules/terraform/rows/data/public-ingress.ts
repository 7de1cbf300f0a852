import type { IngressRow } from '../row.ts';

const WHY =
  'Scanners find an open port within minutes, and from then on only the service behind it stands between them and your data.';
const REMEDY =
  'Name the addresses that need it, go through a load balancer or a private network, or use the session service of the cloud for shells.';
const WHEN_NOT =
  'For a service that is meant for everybody and speaks something other than HTTP, as a mail or game server. Put the reason into the description of the rule.';
const PAIR = { style: 'pair', from: 'from_port', to: 'to_port', protocol: 'protocol' } as const;

export const publicIngress: readonly IngressRow[] = [
  {
    type: 'ingress',
    id: 'aws-security-group-public-ingress',
    title: 'Security group is open to the internet',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0107', 'AVD-AWS-0107'],
      checkov: ['CKV_AWS_24', 'CKV_AWS_25', 'CKV_AWS_260', 'CKV_AWS_277'],
      kics: [
        '4728cd65-a20c-49da-8b31-9c08b423e4db',
        '590d878b-abdc-428f-895a-e2b68a0e1998',
        '65905cec-d691-4320-b320-2000436cb696',
      ],
      semgrep: ['aws-ec2-security-group-allows-public-ingress'],
    },
    about: `A rule that admits \`0.0.0.0/0\` or \`::/0\` admits everybody. For shells, remote desktops, databases and all ports at once
this is critical: such ports are scanned all the time, and what listens there was rarely built to be reached by strangers.
The web ports 80 and 443, HTTP/3 and the usual VPN ports are not reported, for they are there to be reached. Any other port is
medium: what listens there is not known.

Networks wider than a /8 count as everybody. Addresses that come from a variable without a default are not known, and
nothing is said about them. Where the rule was narrower before the change, the fix takes its addresses back.`,
    why: WHY,
    remedy: REMEDY,
    shapes: [
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
    ],
    bad: [
      {
        base: `
resource "aws_security_group" "warehouse" {
  name = "warehouse"

  ingress {
    description = "PostgreSQL"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.4.0.0/16"]
  }
}`,
        text: `
resource "aws_security_group" "warehouse" {
  name = "warehouse"

  ingress {
    description = "PostgreSQL"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] ◀
  }
}`,
      },
      {
        note: 'Rules as resources of their own, all ports, IPv6, and half of the internet:',
        text: `
resource "aws_security_group_rule" "all" {
  type              = "ingress"
  security_group_id = "sg-1"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/1"] ◀
}

resource "aws_vpc_security_group_ingress_rule" "shell" {
  security_group_id = "sg-1"
  ip_protocol       = "tcp"
  from_port         = 20
  to_port           = 25
  cidr_ipv6         = "::/0" ◀
}`,
      },
      {
        note: 'Through a variable with a default, and as a list of objects:',
        text: `
variable "allowed" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

locals {
  redis = 6379
}

resource "aws_security_group" "cache" {
  ingress = [
    {
      from_port   = local.redis
      to_port     = local.redis
      protocol    = "tcp"
      cidr_blocks = var.allowed ◀
    },
  ]
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_security_group" "warehouse" {
  name = "warehouse"

  ingress {
    description = "PostgreSQL"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.4.0.0/16"]
  }
}`,
      },
      {
        note: 'The web ports, echo requests, traffic that leaves, and a group that is switched off:',
        text: `
resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "off" {
  count = 0

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "office" {
  type = list(string)
}

resource "aws_security_group" "office" {
  dynamic "ingress" {
    for_each = var.office
    content {
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = [ingress.value]
    }
  }
}

resource "aws_security_group_rule" "office" {
  type              = "ingress"
  security_group_id = "sg-1"
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = var.office
}`,
      },
    ],
    whenNot: WHEN_NOT,
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  },
  {
    type: 'ingress',
    id: 'azure-network-security-public-ingress',
    title: 'Network security group is open to the internet',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0047', 'AZU-0048', 'AZU-0050', 'AZU-0074', 'AVD-AZU-0047', 'AVD-AZU-0048', 'AVD-AZU-0050'],
      checkov: ['CKV_AZURE_9', 'CKV_AZURE_10', 'CKV_AZURE_77', 'CKV_AZURE_160'],
      kics: [
        'efbf6449-5ec5-4cfe-8f15-acc51e0d787c',
        '3e3c175e-aadf-4e2b-a464-3fdac5748d24',
        '594c198b-4d79-41b8-9b36-fde13348b619',
      ],
    },
    about: `An inbound rule whose source is \`*\`, \`Internet\` or \`0.0.0.0/0\` admits everybody. For shells, remote desktops, databases and
all ports at once this is critical: such ports are scanned all the time. The web ports 80 and 443, HTTP/3 and the usual VPN
ports are not reported, any other port is medium. Where the rule was narrower before the change, the fix takes its source back.`,
    why: WHY,
    remedy: REMEDY,
    shapes: ['azurerm_network_security_rule', 'azurerm_network_security_group'].map((resource) => ({
      resource,
      ...(resource === 'azurerm_network_security_group' ? { block: 'security_rule' } : {}),
      when: { direction: ['Inbound'], access: ['Allow'] },
      sources: ['source_address_prefix', 'source_address_prefixes'],
      ports: { style: 'ranges', ranges: ['destination_port_range', 'destination_port_ranges'], protocol: 'protocol' },
    })),
    bad: [
      {
        base: `
resource "azurerm_network_security_rule" "shell" {
  name                        = "shell"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "22"
  source_address_prefix       = "10.4.0.0/16"
  destination_address_prefix  = "*"
  resource_group_name         = "orchard"
  network_security_group_name = "orchard"
}`,
        text: `
resource "azurerm_network_security_rule" "shell" {
  name                        = "shell"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "22"
  source_address_prefix       = "*" ◀
  destination_address_prefix  = "*"
  resource_group_name         = "orchard"
  network_security_group_name = "orchard"
}`,
      },
      {
        note: 'Inside the group, with lists:',
        text: `
resource "azurerm_network_security_group" "data" {
  name = "data"

  security_rule {
    name                    = "databases"
    direction               = "Inbound"
    access                  = "Allow"
    protocol                = "*"
    destination_port_ranges = ["443", "5000-6000"]
    source_address_prefixes = ["10.0.0.0/8", "0.0.0.0/0"] ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_network_security_rule" "shell" {
  name                        = "shell"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "22"
  source_address_prefix       = "10.4.0.0/16"
  destination_address_prefix  = "*"
  resource_group_name         = "orchard"
  network_security_group_name = "orchard"
}`,
      },
      {
        note: 'Denied, outbound, from the network itself, or the web:',
        text: `
resource "azurerm_network_security_group" "web" {
  name = "web"

  security_rule {
    direction              = "Inbound"
    access                 = "Deny"
    protocol               = "*"
    destination_port_range = "*"
    source_address_prefix  = "*"
  }

  security_rule {
    direction              = "Outbound"
    access                 = "Allow"
    protocol               = "*"
    destination_port_range = "*"
    source_address_prefix  = "*"
  }

  security_rule {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "22"
    source_address_prefix  = "VirtualNetwork"
  }

  security_rule {
    direction              = "Inbound"
    access                 = "Allow"
    protocol               = "Tcp"
    destination_port_range = "443"
    source_address_prefix  = "Internet"
  }
}`,
      },
    ],
    whenNot: WHEN_NOT,
    references: ['https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview'],
  },
  {
    type: 'ingress',
    id: 'gcp-firewall-public-ingress',
    title: 'Firewall is open to the internet',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0027', 'GCP-0070', 'GCP-0071', 'AVD-GCP-0027', 'AVD-GCP-0070', 'AVD-GCP-0071'],
      checkov: ['CKV_GCP_2', 'CKV_GCP_3', 'CKV_GCP_75', 'CKV_GCP_77', 'CKV_GCP_88', 'CKV_GCP_106', 'CKV2_GCP_12'],
      kics: [
        '22ef1d26-80f8-4a6c-8c15-f35aab3cac78',
        '678fd659-96f2-454a-a2a0-c2571f83a4a3',
        'c4dcdcdf-10dd-4bf4-b4a0-8f6239e6aaa0',
      ],
      semgrep: ['gcp-compute-firewall-unrestricted-ingress-22', 'gcp-compute-firewall-unrestricted-ingress-3389'],
    },
    about: `A firewall rule with the source range \`0.0.0.0/0\` admits everybody to every instance of the network, or to those with its
target tags. Source tags beside it do not narrow it: they are another way in. For shells, remote desktops, databases and all
ports at once this is critical. The web ports 80 and 443, HTTP/3 and the usual VPN ports are not reported, any other port is medium. Where
the rule was narrower before the change, the fix takes its ranges back.`,
    why: WHY,
    remedy:
      'Name the ranges that need it; for shells, let the identity-aware proxy in (`35.235.240.0/20`) instead of the world.',
    shapes: [
      {
        resource: 'google_compute_firewall',
        when: { direction: ['INGRESS', undefined], disabled: [false, undefined] },
        sources: ['source_ranges'],
        ports: { style: 'blocks', block: 'allow', ranges: 'ports', protocol: 'protocol' },
      },
    ],
    bad: [
      {
        base: `
resource "google_compute_firewall" "notebooks" {
  name          = "notebooks"
  network       = "default"
  source_ranges = ["10.4.0.0/16"]

  allow {
    protocol = "tcp"
    ports    = ["8888"]
  }
}`,
        text: `
resource "google_compute_firewall" "notebooks" {
  name          = "notebooks"
  network       = "default"
  source_ranges = ["0.0.0.0/0"] ◀

  allow {
    protocol = "tcp"
    ports    = ["8888"]
  }
}`,
      },
      {
        note: 'All ports of a protocol, and a range among others:',
        text: `
resource "google_compute_firewall" "all" {
  name          = "all"
  network       = "default"
  direction     = "INGRESS"
  source_tags   = ["bastion"]
  source_ranges = ["::/0"] ◀

  allow {
    protocol = "tcp"
  }
}

resource "google_compute_firewall" "some" {
  name          = "some"
  network       = "default"
  source_ranges = ["0.0.0.0/0"] ◀

  allow {
    protocol = "icmp"
  }

  allow {
    protocol = "tcp"
    ports    = ["443", "9000-9100"]
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_compute_firewall" "notebooks" {
  name          = "notebooks"
  network       = "default"
  source_ranges = ["10.4.0.0/16"]

  allow {
    protocol = "tcp"
    ports    = ["8888"]
  }
}`,
      },
      {
        note: 'Outbound, denied, switched off, or the web:',
        text: `
resource "google_compute_firewall" "out" {
  name          = "out"
  network       = "default"
  direction     = "EGRESS"
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "denied" {
  name          = "denied"
  network       = "default"
  source_ranges = ["0.0.0.0/0"]

  deny {
    protocol = "all"
  }
}

resource "google_compute_firewall" "off" {
  name          = "off"
  network       = "default"
  disabled      = true
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "web" {
  name          = "web"
  network       = "default"
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
    ports    = ["80", "443"]
  }
}`,
      },
    ],
    whenNot: WHEN_NOT,
    references: [
      'https://cloud.google.com/firewall/docs/firewalls',
      'https://cloud.google.com/iap/docs/using-tcp-forwarding',
    ],
  },
  {
    type: 'ingress',
    id: 'aws-network-acl-public-ingress',
    title: 'Network ACL is open to the internet',
    severity: 'high',
    domain: 'security',
    confidence: 'likely',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0102', 'AWS-0105', 'AVD-AWS-0102', 'AVD-AWS-0105'],
      checkov: ['CKV_AWS_229', 'CKV_AWS_230', 'CKV_AWS_231', 'CKV_AWS_232', 'CKV_AWS_352'],
      kics: ['a20be318-cac7-457b-911d-04cc6e812c25', '3af7f2fd-06e6-4dab-b996-2912bea19ba4'],
    },
    about: `An entry of a network ACL that allows \`0.0.0.0/0\` lets everybody into the subnet. Most networks leave that to security
groups, and their ACLs let everything pass, so this is pedantic: it is for networks whose ACLs are a line of defence.`,
    why: 'The subnet relies on its security groups alone; a group that is too wide is then all it takes.',
    remedy: 'Name the addresses that need it.',
    shapes: [
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
    ],
    bad: [
      {
        base: `
resource "aws_network_acl_rule" "shell" {
  network_acl_id = "acl-1"
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 22
  to_port        = 22
  cidr_block     = "198.51.100.0/28"
}`,
        text: `
resource "aws_network_acl_rule" "shell" {
  network_acl_id = "acl-1"
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 22
  to_port        = 22
  cidr_block     = "0.0.0.0/0" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_network_acl_rule" "shell" {
  network_acl_id = "acl-1"
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "tcp"
  from_port      = 22
  to_port        = 22
  cidr_block     = "198.51.100.0/28"
}`,
      },
      {
        note: 'Denied, and outbound:',
        text: `
resource "aws_network_acl" "public" {
  vpc_id = "vpc-1"

  ingress {
    rule_no    = 100
    action     = "deny"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }

  egress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}`,
      },
    ],
    whenNot: 'Where security groups alone decide who gets in.',
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
  },
];

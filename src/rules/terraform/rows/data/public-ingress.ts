import { ingressRows } from './ingress-rows.ts';
import { awsNetworkAcls, awsSecurityGroups, azureNetworkSecurity, gcpFirewalls } from './ingress-shapes.ts';

const REMEDY =
  'Name the addresses that need it, go through a load balancer or a private network, or use the session service of the cloud for shells.';
const WHEN_NOT =
  'For a service that is meant for everybody and speaks something other than HTTP, as a mail or game server. Put the reason into the description of the rule.';

const securityGroups = ingressRows({
  id: 'aws-security-group',
  name: 'Security group',
  about:
    'A rule that admits `0.0.0.0/0` or `::/0` admits everybody, and so do networks wider than a /8. Addresses that come from a variable without a default are not known, and nothing is said about them.',
  remedy: REMEDY,
  whenNot: WHEN_NOT,
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
  example: (port, source) => `
resource "aws_security_group" "warehouse" {
  name = "warehouse"

  ingress {
    description = "For the depot"
    from_port   = ${port === '*' ? 0 : port}
    to_port     = ${port === '*' ? 0 : port}
    protocol    = "${port === '*' ? '-1' : 'tcp'}"
    cidr_blocks = ["${source === 'open' ? '0.0.0.0/0' : '10.4.0.0/16'}"]${source === 'open' ? ' ◀' : ''}
  }
}`,
  bad: {
    all: [
      {
        note: 'Half of the internet, and a range with everything in it that matters:',
        text: `
resource "aws_security_group_rule" "all" {
  type              = "ingress"
  security_group_id = "sg-1"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/1"] ◀
}

resource "aws_vpc_security_group_ingress_rule" "most" {
  security_group_id = "sg-1"
  ip_protocol       = "tcp"
  from_port         = 20
  to_port           = 9999
  cidr_ipv4         = "0.0.0.0/0" ◀
}`,
      },
    ],
    ssh: [
      {
        note: 'A range, by IPv6:',
        text: `
resource "aws_vpc_security_group_ingress_rule" "shell" {
  security_group_id = "sg-1"
  ip_protocol       = "tcp"
  from_port         = 20
  to_port           = 25
  cidr_ipv6         = "::/0" ◀
}`,
      },
      {
        note: 'Through a module of the registry, by ports or by the name of a rule:',
        text: `
module "shells" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.0"

  ingress_with_cidr_blocks = [
    {
      from_port   = 22
      to_port     = 22
      protocol    = "tcp"
      cidr_blocks = "10.4.0.0/16,0.0.0.0/0" ◀
    },
    {
      rule        = "ssh-tcp"
      cidr_blocks = "0.0.0.0/0" ◀
    },
  ]

  ingress_cidr_blocks = ["0.0.0.0/0"] ◀
  ingress_rules       = ["https-443-tcp", "ssh-tcp"]
}`,
      },
    ],
    service: [
      {
        note: 'Through a module of the registry that is made for one service:',
        text: `
module "ledger" {
  source  = "terraform-aws-modules/security-group/aws//modules/mysql"
  version = "~> 5.0"

  ingress_cidr_blocks = ["0.0.0.0/0"] ◀
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
  },
  good: {
    ssh: [
      {
        note: 'What is not known here is not accused, and a group that is switched off lets nobody in:',
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
        note: 'A module of the registry with the web for everybody and shells for the network:',
        text: `
module "web" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.0"

  ingress_cidr_blocks = ["0.0.0.0/0"]
  ingress_rules       = ["https-443-tcp", "http-80-tcp"]

  ingress_with_cidr_blocks = [
    {
      rule        = "ssh-tcp"
      cidr_blocks = "10.4.0.0/16"
    },
  ]
}`,
      },
    ],
    all: [
      {
        note: 'Echo requests, and traffic that leaves:',
        text: `
resource "aws_security_group" "web" {
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
}`,
      },
    ],
    other: [
      {
        note: 'The web ports:',
        text: `
resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}`,
      },
    ],
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
});

const networkSecurity = ingressRows({
  id: 'azure-network-security',
  name: 'Network security group',
  about: 'An inbound rule whose source is `*`, `Internet` or `0.0.0.0/0` admits everybody.',
  remedy: REMEDY,
  whenNot: WHEN_NOT,
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
  example: (port, source) => `
resource "azurerm_network_security_rule" "depot" {
  name                        = "depot"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "${port}"
  source_address_prefix       = "${source === 'open' ? '*' : '10.4.0.0/16'}"${source === 'open' ? ' ◀' : ''}
  destination_address_prefix  = "*"
  resource_group_name         = "orchard"
  network_security_group_name = "orchard"
}`,
  bad: {
    service: [
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
  },
  good: {
    all: [
      {
        note: 'Denied, outbound, or with a source that is no address:',
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
    protocol               = "*"
    destination_port_range = "*"
    source_address_prefix  = "/1"
  }
}`,
      },
    ],
    ssh: [
      {
        note: 'From the network itself; the web is for everybody:',
        text: `
resource "azurerm_network_security_group" "web" {
  name = "web"

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
  },
  references: ['https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview'],
});

const firewalls = ingressRows({
  id: 'gcp-firewall',
  name: 'Firewall',
  about:
    'A rule with the source range `0.0.0.0/0` admits everybody to every instance of the network, or to those with its target tags. Source tags beside it do not narrow it: they are another way in.',
  remedy:
    'Name the ranges that need it; for shells and desktops, let the identity-aware proxy in (`35.235.240.0/20`) instead of the world.',
  whenNot: WHEN_NOT,
  shapes: gcpFirewalls,
  aliases: {
    any: { trivy: ['GCP-0027', 'AVD-GCP-0027'] },
    all: { checkov: ['CKV2_GCP_12'], kics: ['22ef1d26-80f8-4a6c-8c15-f35aab3cac78'] },
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
  example: (port, source) => {
    const mark = source === 'open' ? ' ◀' : '';
    const ports = port === '*' ? '' : `\n    ports    = ["${port}"]${mark}`;
    return `
resource "google_compute_firewall" "depot" {
  name          = "depot"
  network       = "default"
  source_ranges = ["${source === 'open' ? '0.0.0.0/0' : '10.4.0.0/16'}"]

  allow {${port === '*' ? mark : ''}
    protocol = "tcp"${ports}
  }
}`;
  },
  bad: {
    service: [
      {
        note: 'A range among others; source tags do not narrow it:',
        text: `
resource "google_compute_firewall" "some" {
  name          = "some"
  network       = "default"
  source_tags   = ["bastion"]
  source_ranges = ["::/0"]

  allow {
    protocol = "icmp"
  }

  allow {
    protocol = "tcp"
    ports    = ["443", "9000-9100"] ◀
  }
}`,
      },
    ],
  },
  good: {
    all: [
      {
        note: 'Outbound, denied, or switched off:',
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
}`,
      },
    ],
    other: [
      {
        note: 'The web:',
        text: `
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
    rdp: [
      {
        note: 'UDP alone is no way in: a session begins over TCP. It is an open port all the same, and told as one:',
        text: `
resource "google_compute_firewall" "media" {
  name          = "media"
  network       = "default"
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "udp"
    ports    = ["3000-4000"]
  }
}`,
      },
    ],
  },
  references: [
    'https://cloud.google.com/firewall/docs/firewalls',
    'https://cloud.google.com/iap/docs/using-tcp-forwarding',
  ],
});

const networkAcls = ingressRows({
  id: 'aws-network-acl',
  name: 'Network ACL',
  about:
    'An entry of a network ACL that allows `0.0.0.0/0` lets everybody into the subnet. Most networks leave that to security groups, and their ACLs let everything pass, so this is pedantic: it is for networks whose ACLs are a line of defence.',
  remedy: 'Name the addresses that need it.',
  whenNot: 'Where security groups alone decide who gets in.',
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
  example: (port, source) => `
resource "aws_network_acl_rule" "depot" {
  network_acl_id = "acl-1"
  rule_number    = 100
  rule_action    = "allow"
  protocol       = "${port === '*' ? '-1' : 'tcp'}"
  from_port      = ${port === '*' ? 0 : port}
  to_port        = ${port === '*' ? 0 : port}
  cidr_block     = "${source === 'open' ? '0.0.0.0/0' : '198.51.100.0/28'}"${source === 'open' ? ' ◀' : ''}
}`,
  good: {
    all: [
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
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
});

export const publicIngress = [...securityGroups, ...networkSecurity, ...firewalls, ...networkAcls];

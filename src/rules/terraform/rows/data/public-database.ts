import type { AttributeRow } from '../row.ts';

/** Databases and brokers that can be reached from the internet. */
export const publicDatabase: readonly AttributeRow[] = [
  {
    type: 'attribute',
    id: 'aws-rds-public',
    title: 'RDS instance is public',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0180', 'AVD-AWS-0180'],
      checkov: ['CKV_AWS_17'],
      kics: ['35113e6f-2c6b-414d-beec-7a9482d3b2d1'],
      semgrep: ['rds-public-access'],
    },
    about: `A public address puts the login prompt of the database in front of everybody; passwords are guessed and unpatched holes are tried within hours.

Where \`publicly_accessible\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A public address puts the login prompt of the database in front of everybody; passwords are guessed and unpatched holes are tried within hours.',
    remedy: 'Set it to `false` and connect from within the network, over a VPN or a bastion.',
    resources: ['aws_db_instance', 'aws_rds_cluster_instance'],
    path: ['publicly_accessible'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  publicly_accessible = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  publicly_accessible = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_db_instance" "ledger" {
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  publicly_accessible = var.setting
}

resource "aws_db_instance" "other" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html'],
  },
  {
    type: 'attribute',
    id: 'aws-redshift-public',
    title: 'Redshift cluster is public',
    severity: 'high',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_87'], kics: ['af173fde-95ea-4584-b904-bb3923ac4bda'] },
    about: `A public address puts the login prompt of the database in front of everybody; passwords are guessed and unpatched holes are tried within hours.

Where \`publicly_accessible\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A public address puts the login prompt of the database in front of everybody; passwords are guessed and unpatched holes are tried within hours.',
    remedy: 'Set it to `false` and connect from within the network, over a VPN or a bastion.',
    resources: ['aws_redshift_cluster', 'aws_redshiftserverless_workgroup'],
    path: ['publicly_accessible'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "aws_redshift_cluster" "harvest" {
  cluster_identifier  = "harvest"
  node_type           = "ra3.large"
  publicly_accessible = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_redshift_cluster" "harvest" {
  cluster_identifier  = "harvest"
  node_type           = "ra3.large"
  publicly_accessible = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_redshift_cluster" "harvest" {
  cluster_identifier  = "harvest"
  node_type           = "ra3.large"
  publicly_accessible = var.setting
}

resource "aws_redshift_cluster" "other" {
  cluster_identifier = "harvest"
  node_type          = "ra3.large"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html'],
  },
  {
    type: 'attribute',
    id: 'aws-neptune-public',
    title: 'Neptune instance is public',
    severity: 'high',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_102'], kics: ['9ba198e0-fef4-464a-8a4d-75ea55300de7'] },
    about: `A public address puts the login prompt of the database in front of everybody; passwords are guessed and unpatched holes are tried within hours.

Where \`publicly_accessible\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A public address puts the login prompt of the database in front of everybody; passwords are guessed and unpatched holes are tried within hours.',
    remedy: 'Set it to `false` and connect from within the network, over a VPN or a bastion.',
    resources: ['aws_neptune_cluster_instance'],
    path: ['publicly_accessible'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "aws_neptune_cluster_instance" "graph" {
  cluster_identifier  = "graph"
  instance_class      = "db.r6g.large"
  publicly_accessible = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_neptune_cluster_instance" "graph" {
  cluster_identifier  = "graph"
  instance_class      = "db.r6g.large"
  publicly_accessible = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_neptune_cluster_instance" "graph" {
  cluster_identifier  = "graph"
  instance_class      = "db.r6g.large"
  publicly_accessible = var.setting
}

resource "aws_neptune_cluster_instance" "other" {
  cluster_identifier = "graph"
  instance_class     = "db.r6g.large"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/neptune/latest/userguide/security-vpc.html'],
  },
  {
    type: 'attribute',
    id: 'aws-dms-public',
    title: 'Replication instance is public',
    severity: 'high',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_89'], kics: ['030d3b18-1821-45b4-9e08-50efbe7becbb'] },
    about: `A replication instance holds the credentials of every database it copies; with a public address it is the way to all of them.

Where \`publicly_accessible\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A replication instance holds the credentials of every database it copies; with a public address it is the way to all of them.',
    remedy: 'Set it to `false` and connect from within the network, over a VPN or a bastion.',
    resources: ['aws_dms_replication_instance'],
    path: ['publicly_accessible'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "aws_dms_replication_instance" "copier" {
  replication_instance_id    = "copier"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_dms_replication_instance" "copier" {
  replication_instance_id    = "copier"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_dms_replication_instance" "copier" {
  replication_instance_id    = "copier"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = var.setting
}

resource "aws_dms_replication_instance" "other" {
  replication_instance_id    = "copier"
  replication_instance_class = "dms.t3.medium"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html'],
  },
  {
    type: 'attribute',
    id: 'aws-mq-public',
    title: 'Message broker is public',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0072', 'AVD-AWS-0072'],
      checkov: ['CKV_AWS_69'],
      kics: ['4eb5f791-c861-4afd-9f94-f2a6a3fe49cb'],
    },
    about: `Everybody can reach the console and the ports of the broker, and try passwords on the messages of all services.

Where \`publicly_accessible\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everybody can reach the console and the ports of the broker, and try passwords on the messages of all services.',
    remedy: 'Set it to `false` and connect from within the network, over a VPN or a bastion.',
    resources: ['aws_mq_broker'],
    path: ['publicly_accessible'],
    must: { notBe: [true] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "RabbitMQ"
  publicly_accessible = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "RabbitMQ"
  publicly_accessible = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_mq_broker" "orders" {
  broker_name         = "orders"
  engine_type         = "RabbitMQ"
  publicly_accessible = var.setting
}

resource "aws_mq_broker" "other" {
  broker_name = "orders"
  engine_type = "RabbitMQ"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html'],
  },
  {
    type: 'attribute',
    id: 'aws-msk-public',
    title: 'Kafka brokers are public',
    severity: 'high',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_291'], kics: ['54378d69-dd7c-4b08-a43e-80d563396857'] },
    about: `Every broker gets a public address, and one wrong access list opens all topics.

Where \`broker_node_group_info.connectivity_info.public_access.type\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Every broker gets a public address, and one wrong access list opens all topics.',
    remedy: 'Set it to `DISABLED` and connect from within the network or over private connectivity.',
    resources: ['aws_msk_cluster'],
    path: ['broker_node_group_info', 'connectivity_info', 'public_access', 'type'],
    must: { notBe: ['SERVICE_PROVIDED_EIPS'] },
    absent: 'safe',
    safe: '"DISABLED"',
    bad: [
      {
        text: `
resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  number_of_broker_nodes = 3

  broker_node_group_info {
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS" ◀
      }
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  number_of_broker_nodes = 3

  broker_node_group_info {
    connectivity_info {
      public_access {
        type = "DISABLED"
      }
    }
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_msk_cluster" "events" {
  cluster_name           = "events"
  number_of_broker_nodes = 3

  broker_node_group_info {
    connectivity_info {
      public_access {
        type = var.setting
      }
    }
  }
}

resource "aws_msk_cluster" "other" {
  cluster_name           = "events"
  number_of_broker_nodes = 3
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html'],
  },
  {
    type: 'attribute',
    id: 'azure-database-public',
    title: 'Database server accepts public connections',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0022', 'AVD-AZU-0022'],
      checkov: ['CKV_AZURE_113', 'CKV_AZURE_53', 'CKV_AZURE_48', 'CKV_AZURE_68'],
      kics: [
        'ade36cf4-329f-4830-a83d-9db72c800507',
        'f118890b-2468-42b1-9ce9-af35146b425b',
        '7f0a8696-7159-4337-ad0d-8a3ab4a78195',
      ],
      semgrep: [
        'azure-sqlserver-public-access-disabled',
        'azure-mysql-public-access-disabled',
        'azure-mariadb-public-access-disabled',
      ],
    },
    about: `The server has an address on the internet, and from then on one firewall rule decides who may try passwords on it.

Where \`public_network_access_enabled\` is not set it counts as well: the provider takes \`true\`.`,
    why: 'The server has an address on the internet, and from then on one firewall rule decides who may try passwords on it.',
    remedy: 'Set it to `false` and use a private endpoint.',
    resources: ['azurerm_mssql_server', 'azurerm_mysql_server', 'azurerm_mariadb_server', 'azurerm_postgresql_server'],
    path: ['public_network_access_enabled'],
    must: { be: [false] },
    absent: 'unsafe',
    absentSeverity: 'low',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_mssql_server" "ledger" {
  name                          = "ledger"
  version                       = "12.0"
  public_network_access_enabled = true ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_mssql_server" "ledger" { ◀
  name    = "ledger"
  version = "12.0"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_mssql_server" "ledger" {
  name                          = "ledger"
  version                       = "12.0"
  public_network_access_enabled = false
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_mssql_server" "ledger" {
  name                          = "ledger"
  version                       = "12.0"
  public_network_access_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/connectivity-settings'],
  },
  {
    type: 'attribute',
    id: 'azure-flexible-server-public',
    title: 'Flexible server accepts public connections',
    severity: 'low',
    domain: 'security',
    aliases: { checkov: ['CKV_AZURE_68'] },
    about: `The server has an address on the internet, and from then on one firewall rule decides who may try passwords on it.

Where \`public_network_access_enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'The server has an address on the internet, and from then on one firewall rule decides who may try passwords on it.',
    remedy: 'Set it to `false` and put the server into a delegated subnet, or behind a private endpoint.',
    resources: ['azurerm_postgresql_flexible_server', 'azurerm_mysql_flexible_server'],
    path: ['public_network_access_enabled'],
    orNamed: ['public_network_access'],
    must: { notBe: [true, 'Enabled'] },
    absent: 'safe',
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_postgresql_flexible_server" "ledger" {
  name                          = "ledger"
  version                       = "17"
  public_network_access_enabled = true ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_postgresql_flexible_server" "ledger" {
  name                          = "ledger"
  version                       = "17"
  public_network_access_enabled = false
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_postgresql_flexible_server" "ledger" {
  name                          = "ledger"
  version                       = "17"
  public_network_access_enabled = var.setting
}

resource "azurerm_postgresql_flexible_server" "other" {
  name    = "ledger"
  version = "17"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-networking-private-link'],
  },
  {
    type: 'attribute',
    id: 'azure-database-firewall-open',
    title: 'Database firewall admits the internet',
    severity: 'critical',
    domain: 'security',
    aliases: {
      trivy: ['AZU-0029', 'AVD-AZU-0029'],
      checkov: ['CKV_AZURE_11'],
      kics: ['25c0ea09-f1c5-4380-b055-3b83863f2bb8', 'd7ba74da-2da0-4d4b-83c8-2fd72a3f6c28'],
      semgrep: ['azure-sqlserver-no-public-access'],
    },
    about: `A range that begins at \`0.0.0.0\` lets everybody try passwords on the database. From \`0.0.0.0\` to \`0.0.0.0\` is something else: it stands for the services of Azure.

Where \`end_ip_address\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A range that begins at 0.0.0.0 lets everybody try passwords on the database.',
    remedy: 'Name the addresses that need it, or use a private endpoint.',
    resources: [
      'azurerm_mssql_firewall_rule',
      'azurerm_sql_firewall_rule',
      'azurerm_postgresql_firewall_rule',
      'azurerm_postgresql_flexible_server_firewall_rule',
      'azurerm_mysql_firewall_rule',
      'azurerm_mysql_flexible_server_firewall_rule',
      'azurerm_mariadb_firewall_rule',
    ],
    path: ['end_ip_address'],
    must: { be: ['0.0.0.0'] },
    absent: 'safe',
    when: { path: ['start_ip_address'], oneOf: ['0.0.0.0'] },
    bad: [
      {
        text: `
resource "azurerm_mssql_firewall_rule" "all" {
  name             = "all"
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_mssql_firewall_rule" "all" {
  name             = "all"
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_mssql_firewall_rule" "all" {
  name             = "all"
  start_ip_address = "0.0.0.0"
  end_ip_address   = var.setting
}

resource "azurerm_mssql_firewall_rule" "other" {
  name             = "all"
  start_ip_address = "0.0.0.0"
}`,
      },
      {
        note: 'A range of its own:',
        text: `
resource "azurerm_mssql_firewall_rule" "office" {
  name             = "office"
  start_ip_address = "198.51.100.10"
  end_ip_address   = "198.51.100.20"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/firewall-configure'],
  },
  {
    type: 'attribute',
    id: 'azure-redis-firewall-open',
    title: 'Redis firewall admits the internet',
    severity: 'high',
    domain: 'security',
    aliases: { kics: ['fd8da341-6760-4450-b26c-9f6d8850575e'] },
    about: `A range that begins at 0.0.0.0 lets everybody try access keys on the cache.

Where \`start_ip\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'A range that begins at 0.0.0.0 lets everybody try access keys on the cache.',
    remedy: 'Name the addresses that need it, or use a private endpoint.',
    resources: ['azurerm_redis_firewall_rule'],
    path: ['start_ip'],
    must: { notBe: ['0.0.0.0'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "azurerm_redis_firewall_rule" "all" {
  name     = "all"
  start_ip = "0.0.0.0" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_redis_firewall_rule" "all" {
  name     = "all"
  start_ip = "10.4.0.10"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_redis_firewall_rule" "all" {
  name     = "all"
  start_ip = var.setting
}

resource "azurerm_redis_firewall_rule" "other" {
  name = "all"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-network-isolation'],
  },
  {
    type: 'attribute',
    id: 'azure-cosmos-public',
    title: 'Cosmos DB accepts every address',
    severity: 'medium',
    domain: 'security',
    aliases: {
      checkov: ['CKV_AZURE_99', 'CKV_AZURE_101'],
      kics: ['c2a3efb6-8a58-481c-82f2-bfddf34bb4b7'],
      semgrep: ['azure-cosmosdb-accounts-restricted-access'],
    },
    about: `Whoever has a key can read the data from anywhere; a leaked key needs no way into the network.

Where \`ip_range_filter\` is not set it counts as well: without a filter every address is let in. It is left alone where public access is off or a virtual network filters.`,
    why: 'Whoever has a key can read the data from anywhere; a leaked key needs no way into the network.',
    remedy: 'Name the addresses in `ip_range_filter`, or set `public_network_access_enabled = false`.',
    resources: ['azurerm_cosmosdb_account'],
    path: ['ip_range_filter'],
    must: { notContain: ['0.0.0.0/0'] },
    absent: 'unsafe',
    absentSeverity: 'low',
    unless: [
      { path: ['public_network_access_enabled'], oneOf: [false] },
      { path: ['is_virtual_network_filter_enabled'], oneOf: [true] },
    ],
    bad: [
      {
        text: `
resource "azurerm_cosmosdb_account" "orchard" {
  name            = "orchard"
  offer_type      = "Standard"
  ip_range_filter = ["0.0.0.0/0"] ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_cosmosdb_account" "orchard" { ◀
  name       = "orchard"
  offer_type = "Standard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_cosmosdb_account" "orchard" {
  name            = "orchard"
  offer_type      = "Standard"
  ip_range_filter = ["198.51.100.10"]
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_cosmosdb_account" "orchard" {
  name            = "orchard"
  offer_type      = "Standard"
  ip_range_filter = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-configure-firewall'],
  },
  {
    type: 'attribute',
    id: 'azure-redis-public',
    title: 'Redis accepts public connections',
    severity: 'medium',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      checkov: ['CKV_AZURE_89'],
      kics: ['5089d055-53ff-421b-9482-a5267bdce629'],
      semgrep: ['azure-redis-cache-public-network-access-enabled'],
    },
    about: `Whoever has an access key can read the cache from anywhere.

Where \`public_network_access_enabled\` is not set it counts as well: the provider takes \`true\`.`,
    why: 'Whoever has an access key can read the cache from anywhere.',
    remedy: 'Set it to `false` and use a private endpoint.',
    resources: ['azurerm_redis_cache'],
    path: ['public_network_access_enabled'],
    must: { be: [false] },
    absent: 'unsafe',
    absentSeverity: 'low',
    unless: [{ path: ['subnet_id'] }],
    safe: 'false',
    bad: [
      {
        text: `
resource "azurerm_redis_cache" "orchard" {
  name                          = "orchard"
  sku_name                      = "Standard"
  public_network_access_enabled = true ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_redis_cache" "orchard" { ◀
  name     = "orchard"
  sku_name = "Standard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_redis_cache" "orchard" {
  name                          = "orchard"
  sku_name                      = "Standard"
  public_network_access_enabled = false
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_redis_cache" "orchard" {
  name                          = "orchard"
  sku_name                      = "Standard"
  public_network_access_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-private-link'],
  },
  {
    type: 'attribute',
    id: 'gcp-sql-public',
    title: 'Cloud SQL admits the internet',
    severity: 'critical',
    domain: 'security',
    aliases: { trivy: ['GCP-0017', 'AVD-GCP-0017'], checkov: ['CKV_GCP_11'], semgrep: ['gcp-sql-public-database'] },
    about: `Everybody can reach the login prompt of the database; passwords are guessed and unpatched holes are tried within hours.

Where \`settings.ip_configuration.authorized_networks.value\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everybody can reach the login prompt of the database; passwords are guessed and unpatched holes are tried within hours.',
    remedy: 'Name the networks that need it, or use the Cloud SQL proxy and a private address.',
    resources: ['google_sql_database_instance'],
    path: ['settings', 'ip_configuration', 'authorized_networks', 'value'],
    must: { notBe: ['0.0.0.0/0', '::/0'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_sql_database_instance" "ledger" {
  database_version = "POSTGRES_17"

  settings {
    ip_configuration {
      authorized_networks {
        name  = "all"
        value = "0.0.0.0/0" ◀
      }
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_sql_database_instance" "ledger" {
  database_version = "POSTGRES_17"

  settings {
    ip_configuration {
      authorized_networks {
        name  = "all"
        value = "198.51.100.0/28"
      }
    }
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_sql_database_instance" "ledger" {
  database_version = "POSTGRES_17"

  settings {
    ip_configuration {
      authorized_networks {
        name  = "all"
        value = var.setting
      }
    }
  }
}

resource "google_sql_database_instance" "other" {
  database_version = "POSTGRES_17"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/sql/docs/postgres/authorize-networks'],
  },
  {
    type: 'attribute',
    id: 'gcp-bigquery-public',
    title: 'BigQuery dataset is public',
    severity: 'critical',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0046', 'AVD-GCP-0046'],
      checkov: ['CKV_GCP_15'],
      kics: ['e576ce44-dd03-4022-a8c0-3906acca2ab4'],
    },
    about: `Everybody with a Google account, whoever they are, can read the data.

Where \`access.special_group\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Everybody with a Google account, whoever they are, can read the data.',
    remedy: 'Name the group or service account that needs it.',
    resources: ['google_bigquery_dataset'],
    path: ['access', 'special_group'],
    must: { notBe: ['allAuthenticatedUsers', 'allUsers'] },
    absent: 'safe',
    bad: [
      {
        text: `
resource "google_bigquery_dataset" "yield" {
  dataset_id = "yield"

  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_bigquery_dataset" "yield" {
  dataset_id = "yield"

  access {
    role          = "READER"
    special_group = "projectReaders"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_bigquery_dataset" "yield" {
  dataset_id = "yield"

  access {
    role          = "READER"
    special_group = var.setting
  }
}

resource "google_bigquery_dataset" "other" {
  dataset_id = "yield"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/bigquery/docs/control-access-to-resources-iam'],
  },
];

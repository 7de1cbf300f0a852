import type { AttributeRow } from '../row.ts';

/** Databases, caches and queues whose disks are not encrypted. */
export const unencryptedDatabase: readonly AttributeRow[] = [
  {
    type: 'attribute',
    id: 'aws-rds-unencrypted',
    title: 'RDS instance is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0080', 'AVD-AWS-0080'],
      checkov: ['CKV_AWS_16'],
      kics: ['08bd0760-8752-44e1-9779-7bb369b2b4e4', '3199c26c-7871-4cb3-99c2-10a59244ce7f'],
    },
    about: `Whoever gets at a disk, a snapshot or a backup reads the data. It cannot be switched on later: the database must be made anew.

Where \`storage_encrypted\` is not set it counts as well: the provider takes \`false\`. Replicas and instances from a snapshot take it from their source and are left alone.`,
    why: 'Whoever gets at a disk, a snapshot or a backup reads the data. It cannot be switched on later: the database must be made anew.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_db_instance'],
    path: ['storage_encrypted'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [
      { path: ['replicate_source_db'] },
      { path: ['snapshot_identifier'] },
      { path: ['restore_to_point_in_time'] },
    ],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  storage_encrypted = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_db_instance" "ledger" { ◀
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  storage_encrypted = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_db_instance" "ledger" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  storage_encrypted = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-rds-cluster-unencrypted',
    title: 'Aurora cluster is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0079', 'AVD-AWS-0079'],
      checkov: ['CKV_AWS_96'],
      kics: ['1a690d1d-0ae7-49fa-b2db-b75ae0dd1d3e', '656880aa-1388-488f-a6d4-8f73c23149b2'],
    },
    about: `Whoever gets at a disk, a snapshot or a backup reads the data. It cannot be switched on later: the database must be made anew.

Where \`storage_encrypted\` is not set it counts as well: the provider takes \`false\`. Serverless v1, replicas and clusters from a snapshot are left alone.`,
    why: 'Whoever gets at a disk, a snapshot or a backup reads the data. It cannot be switched on later: the database must be made anew.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_rds_cluster'],
    path: ['storage_encrypted'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [
      { path: ['engine_mode'], oneOf: ['serverless'] },
      { path: ['snapshot_identifier'] },
      { path: ['replication_source_identifier'] },
      { path: ['global_cluster_identifier'] },
      { path: ['restore_to_point_in_time'] },
    ],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_rds_cluster" "ledger" {
  engine            = "aurora-postgresql"
  storage_encrypted = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_rds_cluster" "ledger" { ◀
  engine = "aurora-postgresql"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_rds_cluster" "ledger" {
  engine            = "aurora-postgresql"
  storage_encrypted = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_rds_cluster" "ledger" {
  engine            = "aurora-postgresql"
  storage_encrypted = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-docdb-unencrypted',
    title: 'DocumentDB cluster is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0021', 'AVD-AWS-0021'],
      checkov: ['CKV_AWS_74'],
      kics: ['bc1f9009-84a0-490f-ae09-3e0ea6d74ad6'],
      semgrep: ['aws-documentdb-storage-unencrypted'],
    },
    about: `Whoever gets at a disk, a snapshot or a backup reads the data. It cannot be switched on later: the database must be made anew.

Where \`storage_encrypted\` is not set it counts as well: the provider takes \`false\`. Clusters from a snapshot are left alone.`,
    why: 'Whoever gets at a disk, a snapshot or a backup reads the data. It cannot be switched on later: the database must be made anew.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_docdb_cluster'],
    path: ['storage_encrypted'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [{ path: ['snapshot_identifier'] }, { path: ['global_cluster_identifier'] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_docdb_cluster" "pears" {
  cluster_identifier = "pears"
  storage_encrypted  = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_docdb_cluster" "pears" { ◀
  cluster_identifier = "pears"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_docdb_cluster" "pears" {
  cluster_identifier = "pears"
  storage_encrypted  = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_docdb_cluster" "pears" {
  cluster_identifier = "pears"
  storage_encrypted  = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html'],
  },
  {
    type: 'attribute',
    id: 'aws-neptune-unencrypted',
    title: 'Neptune cluster is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0076', 'AVD-AWS-0076'],
      checkov: ['CKV_AWS_44'],
      kics: ['98d59056-f745-4ef5-8613-32bca8d40b7e'],
    },
    about: `Whoever gets at a disk, a snapshot or a backup reads the data. It cannot be switched on later: the database must be made anew.

Where \`storage_encrypted\` is not set it counts as well: the provider takes \`false\`. Clusters from a snapshot are left alone.`,
    why: 'Whoever gets at a disk, a snapshot or a backup reads the data. It cannot be switched on later: the database must be made anew.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_neptune_cluster'],
    path: ['storage_encrypted'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [
      { path: ['snapshot_identifier'] },
      { path: ['global_cluster_identifier'] },
      { path: ['replication_source_identifier'] },
    ],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_neptune_cluster" "graph" {
  cluster_identifier = "graph"
  storage_encrypted  = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_neptune_cluster" "graph" { ◀
  cluster_identifier = "graph"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_neptune_cluster" "graph" {
  cluster_identifier = "graph"
  storage_encrypted  = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_neptune_cluster" "graph" {
  cluster_identifier = "graph"
  storage_encrypted  = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html'],
  },
  {
    type: 'attribute',
    id: 'aws-redshift-unencrypted',
    title: 'Redshift cluster is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: { checkov: ['CKV_AWS_64'], kics: ['cfdcabb0-fc06-427c-865b-c59f13e898ce'] },
    about: `Whoever gets at a disk, a snapshot or a backup reads the data. New clusters are encrypted since 2025 unless the code says otherwise.

Where \`encrypted\` is not set it depends on the version of the provider: before 6 it takes \`false\`, so that is a remark only.`,
    why: 'Whoever gets at a disk, a snapshot or a backup reads the data.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_redshift_cluster'],
    path: ['encrypted'],
    must: { be: [true] },
    absent: 'unsafe',
    absentSeverity: 'low',
    absentConfidence: 'heuristic',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_redshift_cluster" "harvest" {
  cluster_identifier = "harvest"
  encrypted          = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_redshift_cluster" "other" { ◀
  cluster_identifier = "harvest"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_redshift_cluster" "harvest" {
  cluster_identifier = "harvest"
  encrypted          = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_redshift_cluster" "harvest" {
  cluster_identifier = "harvest"
  encrypted          = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-dax-unencrypted',
    title: 'DAX cluster is not encrypted',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0023', 'AVD-AWS-0023'],
      checkov: ['CKV_AWS_47'],
      kics: ['f11aec39-858f-4b6f-b946-0a1bf46c0c87'],
    },
    about: `The cache keeps the table in clear on its disks, whatever the table itself does.

Where \`server_side_encryption.enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'The cache keeps the table in clear on its disks, whatever the table itself does.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_dax_cluster'],
    path: ['server_side_encryption', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_dax_cluster" "trees" {
  cluster_name = "trees"

  server_side_encryption {
    enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_dax_cluster" "trees" { ◀
  cluster_name = "trees"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_dax_cluster" "trees" {
  cluster_name = "trees"

  server_side_encryption {
    enabled = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_dax_cluster" "trees" {
  cluster_name = "trees"

  server_side_encryption {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html'],
  },
  {
    type: 'attribute',
    id: 'aws-elasticache-unencrypted',
    title: 'Redis replication group is not encrypted at rest',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0045', 'AVD-AWS-0045'],
      checkov: ['CKV_AWS_29'],
      kics: ['76976de7-c7b1-4f64-a94f-90c1345914c2'],
    },
    about: `Snapshots and swapped pages are written in clear. It cannot be switched on later: the group must be made anew.

Where \`at_rest_encryption_enabled\` is not set it counts as well: the provider takes \`false\`, except for Valkey.`,
    why: 'Snapshots and swapped pages are written in clear. It cannot be switched on later: the group must be made anew.',
    remedy: 'Set it to `true` before there is data in it.',
    resources: ['aws_elasticache_replication_group'],
    path: ['at_rest_encryption_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    absentSeverity: 'medium',
    absentConfidence: 'likely',
    unless: [{ path: ['engine'], oneOf: ['valkey'] }, { path: ['global_replication_group_id'] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  at_rest_encryption_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_elasticache_replication_group" "sessions" { ◀
  replication_group_id = "sessions"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  at_rest_encryption_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  at_rest_encryption_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-elasticache-plaintext',
    title: 'Redis replication group talks in clear',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0051', 'AVD-AWS-0051'],
      checkov: ['CKV_AWS_30'],
      kics: ['1afbb3fa-cf6c-4a3d-b730-95e9f4df343e'],
    },
    about: `Sessions and passwords cross the network in clear, and without TLS the group cannot ask for an authentication token.

Where \`transit_encryption_enabled\` is not set it counts as well: the provider takes \`false\`, except for Valkey.`,
    why: 'Sessions and passwords cross the network in clear, and without TLS the group cannot ask for an authentication token.',
    remedy: 'Set it to `true`, and let clients connect with TLS.',
    resources: ['aws_elasticache_replication_group'],
    path: ['transit_encryption_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    absentSeverity: 'medium',
    absentConfidence: 'likely',
    unless: [{ path: ['engine'], oneOf: ['valkey'] }, { path: ['global_replication_group_id'] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  transit_encryption_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_elasticache_replication_group" "sessions" { ◀
  replication_group_id = "sessions"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  transit_encryption_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  transit_encryption_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-opensearch-unencrypted',
    title: 'OpenSearch domain is not encrypted at rest',
    severity: 'high',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0048', 'AVD-AWS-0048'],
      checkov: ['CKV_AWS_5'],
      kics: ['24e16922-4330-4e9d-be8a-caa90299466a'],
      semgrep: ['elastic-search-encryption-at-rest'],
    },
    about: `Indexes, logs and snapshots lie in clear on the disks.

Where \`encrypt_at_rest.enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Indexes, logs and snapshots lie in clear on the disks.',
    remedy: 'Set it to `true`.',
    resources: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
    path: ['encrypt_at_rest', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  encrypt_at_rest {
    enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_opensearch_domain" "trees" { ◀
  domain_name = "trees"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  encrypt_at_rest {
    enabled = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  encrypt_at_rest {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html'],
  },
  {
    type: 'attribute',
    id: 'aws-opensearch-node-plaintext',
    title: 'OpenSearch nodes talk in clear',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0043', 'AVD-AWS-0043'],
      checkov: ['CKV_AWS_6'],
      kics: ['967eb3e6-26fc-497d-8895-6428beb6e8e2'],
      semgrep: ['aws-elasticsearch-nodetonode-encryption-not-enabled'],
    },
    about: `Everything that is indexed crosses the network between the nodes in clear.

Where \`node_to_node_encryption.enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Everything that is indexed crosses the network between the nodes in clear.',
    remedy: 'Set it to `true`.',
    resources: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
    path: ['node_to_node_encryption', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  node_to_node_encryption {
    enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_opensearch_domain" "trees" { ◀
  domain_name = "trees"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  node_to_node_encryption {
    enabled = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  node_to_node_encryption {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html'],
  },
  {
    type: 'attribute',
    id: 'aws-kinesis-unencrypted',
    title: 'Kinesis stream is not encrypted',
    severity: 'medium',
    domain: 'security',
    aliases: {
      trivy: ['AWS-0064', 'AVD-AWS-0064'],
      checkov: ['CKV_AWS_43'],
      kics: ['862fe4bf-3eec-4767-a517-40f378886b88'],
      semgrep: ['aws-kinesis-stream-unencrypted'],
    },
    about: `Records lie in clear in the stream for as long as it keeps them.

Where \`encryption_type\` is not set it counts as well: the provider takes \`NONE\`.`,
    why: 'Records lie in clear in the stream for as long as it keeps them.',
    remedy: 'Set it to `KMS` and name a key.',
    resources: ['aws_kinesis_stream'],
    path: ['encryption_type'],
    must: { be: ['KMS'] },
    absent: 'unsafe',
    safe: '"KMS"',
    bad: [
      {
        text: `
resource "aws_kinesis_stream" "events" {
  name            = "events"
  encryption_type = "NONE" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_kinesis_stream" "events" { ◀
  name = "events"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_kinesis_stream" "events" {
  name            = "events"
  encryption_type = "KMS"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_kinesis_stream" "events" {
  name            = "events"
  encryption_type = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-sqs-unencrypted',
    title: 'Queue encryption is switched off',
    severity: 'medium',
    domain: 'security',
    aliases: { trivy: ['AWS-0096', 'AVD-AWS-0096'], checkov: ['CKV_AWS_27'], semgrep: ['aws-sqs-queue-unencrypted'] },
    about: `Queues are encrypted unless somebody says no; here somebody does.

Where \`sqs_managed_sse_enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Queues are encrypted unless somebody says no; here somebody does.',
    remedy: 'Set it to `true`, or name a KMS key.',
    resources: ['aws_sqs_queue'],
    path: ['sqs_managed_sse_enabled'],
    must: { notBe: [false] },
    absent: 'safe',
    unless: [{ path: ['kms_master_key_id'] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_sqs_queue" "orders" {
  name                    = "orders"
  sqs_managed_sse_enabled = var.setting
}

resource "aws_sqs_queue" "other" {
  name = "orders"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-sns-unencrypted',
    title: 'Topic has no KMS key',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0095', 'AVD-AWS-0095'],
      checkov: ['CKV_AWS_26'],
      kics: ['28545147-2fc6-42d5-a1f9-cf226658e591'],
      semgrep: ['aws-sns-topic-unencrypted'],
    },
    about: `Messages are stored without server-side encryption while they are delivered.

Where \`kms_master_key_id\` is not set it counts as well: no key means no server-side encryption.`,
    why: 'Messages are stored without server-side encryption while they are delivered.',
    remedy: 'Name a key; services that publish must be allowed to use it.',
    resources: ['aws_sns_topic'],
    path: ['kms_master_key_id'],
    must: { beSet: true },
    absent: 'unsafe',
    safe: '"alias/aws/sns"',
    bad: [
      {
        text: `
resource "aws_sns_topic" "news" {
  name              = "news"
  kms_master_key_id = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_sns_topic" "news" { ◀
  name = "news"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_sns_topic" "news" {
  name              = "news"
  kms_master_key_id = "alias/aws/sns"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_sns_topic" "news" {
  name              = "news"
  kms_master_key_id = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html'],
  },
  {
    type: 'attribute',
    id: 'aws-dynamodb-default-key',
    title: 'Table is encrypted with the default key',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0025', 'AVD-AWS-0025'],
      checkov: ['CKV_AWS_119'],
      kics: ['ce089fd4-1406-47bd-8aad-c259772bb294'],
    },
    about: `The key belongs to AWS: no policy of yours guards it, and no log shows who used it.

Where \`server_side_encryption.enabled\` is not set it counts as well: AWS takes a key of its own.`,
    why: 'The key belongs to AWS: no policy of yours guards it, and no log shows who used it.',
    remedy: 'Set it to `true` and name a key of your own.',
    resources: ['aws_dynamodb_table'],
    path: ['server_side_encryption', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_dynamodb_table" "trees" {
  name = "trees"

  server_side_encryption {
    enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_dynamodb_table" "trees" { ◀
  name = "trees"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_dynamodb_table" "trees" {
  name = "trees"

  server_side_encryption {
    enabled = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_dynamodb_table" "trees" {
  name = "trees"

  server_side_encryption {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html'],
  },
  {
    type: 'attribute',
    id: 'azure-database-infrastructure-encryption-missing',
    title: 'Database has one layer of encryption',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AZURE_130', 'CKV_AZURE_96'], kics: ['6425c98b-ca4e-41fe-896a-c78772c131f8'] },
    about: `Rules that ask for two layers of encryption are not met.

Where \`infrastructure_encryption_enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Rules that ask for two layers of encryption are not met.',
    remedy: 'Set it to `true` where such a rule applies; it replaces the server.',
    resources: ['azurerm_postgresql_server', 'azurerm_mysql_server'],
    path: ['infrastructure_encryption_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_postgresql_server" "ledger" {
  name                              = "ledger"
  infrastructure_encryption_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_postgresql_server" "ledger" { ◀
  name = "ledger"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_postgresql_server" "ledger" {
  name                              = "ledger"
  infrastructure_encryption_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_postgresql_server" "ledger" {
  name                              = "ledger"
  infrastructure_encryption_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://learn.microsoft.com/en-us/azure/postgresql/single-server/concepts-infrastructure-double-encryption',
    ],
  },
];

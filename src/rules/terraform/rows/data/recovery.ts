import type { AttributeRow } from '../row.ts';

/** Backups, versions and the belts against deletion. */
export const recovery: readonly AttributeRow[] = [
  {
    type: 'attribute',
    id: 'aws-rds-no-backup',
    title: 'Database has no backups',
    severity: 'high',
    domain: 'reliability',
    aliases: { checkov: ['CKV_AWS_133'] },
    about: `There is no way back from a wrong delete or a broken disk, nor to a point in time.

Where \`backup_retention_period\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'There is no way back from a wrong delete or a broken disk, nor to a point in time.',
    remedy: 'Keep backups for some days.',
    resources: ['aws_db_instance', 'aws_rds_cluster', 'aws_docdb_cluster', 'aws_neptune_cluster'],
    path: ['backup_retention_period'],
    must: { beAtLeast: 1 },
    absent: 'safe',
    unless: [{ path: ['replicate_source_db'] }],
    safe: '7',
    bad: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine                  = "postgres"
  backup_retention_period = 0 ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine                  = "postgres"
  backup_retention_period = 7
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_db_instance" "ledger" {
  engine                  = "postgres"
  backup_retention_period = var.setting
}

resource "aws_db_instance" "other" {
  engine = "postgres"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html'],
  },
  {
    type: 'attribute',
    id: 'aws-rds-short-backup',
    title: 'Backups are kept for a day',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0077', 'AVD-AWS-0077'] },
    about: `What is noticed on Monday happened on Friday.

Where \`backup_retention_period\` is not set it counts as well: instances then keep none, clusters a day.`,
    why: 'What is noticed on Monday happened on Friday.',
    remedy: 'Keep backups for a week or more.',
    resources: ['aws_db_instance', 'aws_rds_cluster'],
    path: ['backup_retention_period'],
    must: { beAtLeast: 2 },
    absent: 'unsafe',
    unless: [{ path: ['replicate_source_db'] }],
    safe: '7',
    bad: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine                  = "postgres"
  backup_retention_period = 1 ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_db_instance" "ledger" { ◀
  engine = "postgres"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine                  = "postgres"
  backup_retention_period = 7
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_db_instance" "ledger" {
  engine                  = "postgres"
  backup_retention_period = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html'],
  },
  {
    type: 'attribute',
    id: 'aws-elasticache-no-backup',
    title: 'Cache has no backups',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0050', 'AVD-AWS-0050'], checkov: ['CKV_AWS_134'] },
    about: `A cache that is more than a cache cannot be brought back.

Where \`snapshot_retention_limit\` is not set it counts as well: none is kept. Memcached has none.`,
    why: 'A cache that is more than a cache cannot be brought back.',
    remedy: 'Keep snapshots for some days.',
    resources: ['aws_elasticache_cluster', 'aws_elasticache_replication_group'],
    path: ['snapshot_retention_limit'],
    must: { beAtLeast: 1 },
    absent: 'unsafe',
    unless: [
      { path: ['engine'], oneOf: ['memcached'] },
      { path: ['node_type'], oneOf: ['cache.t1.micro'] },
    ],
    safe: '5',
    bad: [
      {
        text: `
resource "aws_elasticache_cluster" "sessions" {
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = 0 ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_elasticache_cluster" "sessions" { ◀
  node_type = "cache.t4g.small"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_elasticache_cluster" "sessions" {
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = 5
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_elasticache_cluster" "sessions" {
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups.html'],
  },
  {
    type: 'attribute',
    id: 'aws-dynamodb-no-recovery',
    title: 'Table cannot be restored to a point in time',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0024', 'AVD-AWS-0024'],
      checkov: ['CKV_AWS_28'],
      kics: ['741f1291-47ac-4a85-a07b-3d32a9d6bd3e'],
    },
    about: `A program that deletes the wrong rows deletes them for good.

Where \`point_in_time_recovery.enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'A program that deletes the wrong rows deletes them for good.',
    remedy: 'Set it to `true`.',
    resources: ['aws_dynamodb_table'],
    path: ['point_in_time_recovery', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_dynamodb_table" "trees" {
  name = "trees"

  point_in_time_recovery {
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

  point_in_time_recovery {
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

  point_in_time_recovery {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html'],
  },
  {
    type: 'attribute',
    id: 'aws-s3-versioning-off',
    title: 'Bucket keeps no versions',
    severity: 'low',
    domain: 'reliability',
    aliases: { trivy: ['AWS-0090', 'AVD-AWS-0090'], checkov: ['CKV_AWS_21'] },
    about: `What is overwritten or deleted, by mistake or by an intruder, is gone.

Where \`versioning_configuration.status\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'What is overwritten or deleted, by mistake or by an intruder, is gone.',
    remedy: 'Set it to `Enabled`.',
    resources: ['aws_s3_bucket_versioning'],
    path: ['versioning_configuration', 'status'],
    must: { notBe: ['Disabled', 'Suspended'] },
    absent: 'safe',
    safe: '"Enabled"',
    bad: [
      {
        text: `
resource "aws_s3_bucket_versioning" "harvest" {
  bucket = "orchard-harvest"

  versioning_configuration {
    status = "Suspended" ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_s3_bucket_versioning" "harvest" {
  bucket = "orchard-harvest"

  versioning_configuration {
    status = "Enabled"
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_s3_bucket_versioning" "harvest" {
  bucket = "orchard-harvest"

  versioning_configuration {
    status = var.setting
  }
}

resource "aws_s3_bucket_versioning" "other" {
  bucket = "orchard-harvest"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
  },
  {
    type: 'attribute',
    id: 'aws-s3-versioning-off-inline',
    title: 'Bucket keeps no versions (older form)',
    severity: 'low',
    domain: 'reliability',
    aliases: { trivy: ['AWS-0090', 'AVD-AWS-0090'], checkov: ['CKV_AWS_21'] },
    about: `What is overwritten or deleted, by mistake or by an intruder, is gone.

Where \`versioning.enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'What is overwritten or deleted, by mistake or by an intruder, is gone.',
    remedy: 'Set it to `true`.',
    resources: ['aws_s3_bucket'],
    path: ['versioning', 'enabled'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"

  versioning {
    enabled = false ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"

  versioning {
    enabled = true
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_s3_bucket" "harvest" {
  bucket = "orchard-harvest"

  versioning {
    enabled = var.setting
  }
}

resource "aws_s3_bucket" "other" {
  bucket = "orchard-harvest"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
  },
  {
    type: 'attribute',
    id: 'aws-elasticache-one-zone',
    title: 'Cache lives in one zone',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: { kics: ['6db03a91-f933-4f13-ab38-a8b87a7de54d'] },
    about: `When the zone fails all nodes are gone at once.

Where \`az_mode\` is not set it counts as well: AWS takes \`single-az\`. A single node cannot do otherwise.`,
    why: 'When the zone fails all nodes are gone at once.',
    remedy: 'Set it to `cross-az`.',
    resources: ['aws_elasticache_cluster'],
    path: ['az_mode'],
    must: { be: ['cross-az'] },
    absent: 'unsafe',
    unless: [{ path: ['num_cache_nodes'], oneOf: [1, undefined] }],
    safe: '"cross-az"',
    bad: [
      {
        text: `
resource "aws_elasticache_cluster" "sessions" {
  engine          = "memcached"
  num_cache_nodes = 3
  az_mode         = "single-az" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_elasticache_cluster" "sessions" { ◀
  engine          = "memcached"
  num_cache_nodes = 3
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_elasticache_cluster" "sessions" {
  engine          = "memcached"
  num_cache_nodes = 3
  az_mode         = "cross-az"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_elasticache_cluster" "sessions" {
  engine          = "memcached"
  num_cache_nodes = 3
  az_mode         = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html'],
  },
  {
    type: 'attribute',
    id: 'aws-rds-no-deletion-protection',
    title: 'Database can be deleted by a slip',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0177', 'AVD-AWS-0177'], checkov: ['CKV_AWS_139', 'CKV_AWS_293'] },
    about: `A rename, a replacement or a stray destroy deletes it.

Where \`deletion_protection\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'A rename, a replacement or a stray destroy deletes it.',
    remedy: 'Set it to `true`.',
    resources: ['aws_db_instance', 'aws_rds_cluster', 'aws_docdb_cluster', 'aws_neptune_cluster'],
    path: ['deletion_protection'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine              = "postgres"
  deletion_protection = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_db_instance" "ledger" { ◀
  engine = "postgres"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine              = "postgres"
  deletion_protection = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_db_instance" "ledger" {
  engine              = "postgres"
  deletion_protection = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html'],
  },
  {
    type: 'attribute',
    id: 'aws-rds-no-minor-upgrades',
    title: 'Database gets no fixes',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_226'] },
    about: `Holes stay open until somebody upgrades by hand.

Where \`auto_minor_version_upgrade\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Holes stay open until somebody upgrades by hand.',
    remedy: 'Delete the line, or set it to `true`.',
    resources: ['aws_db_instance'],
    path: ['auto_minor_version_upgrade'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine                     = "postgres"
  auto_minor_version_upgrade = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine                     = "postgres"
  auto_minor_version_upgrade = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_db_instance" "ledger" {
  engine                     = "postgres"
  auto_minor_version_upgrade = var.setting
}

resource "aws_db_instance" "other" {
  engine = "postgres"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html'],
  },
  {
    type: 'attribute',
    id: 'aws-rds-no-iam-login',
    title: 'Database knows passwords only',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0176', 'AVD-AWS-0176'],
      checkov: ['CKV_AWS_161', 'CKV_AWS_162'],
      kics: ['88fd05e0-ac0e-43d2-ba6d-fc0ba60ae1a6'],
    },
    about: `Passwords are passed around, and stay what they are; IAM gives tokens that live for minutes.

Where \`iam_database_authentication_enabled\` is not set it counts as well: the provider takes \`false\`. Engines without it are left alone.`,
    why: 'Passwords are passed around, and stay what they are; IAM gives tokens that live for minutes.',
    remedy: 'Set it to `true`.',
    resources: ['aws_db_instance', 'aws_rds_cluster'],
    path: ['iam_database_authentication_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    when: { path: ['engine'], oneOf: ['mysql', 'postgres', 'aurora-mysql', 'aurora-postgresql'] },
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine                              = "postgres"
  iam_database_authentication_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_db_instance" "ledger" { ◀
  engine = "postgres"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine                              = "postgres"
  iam_database_authentication_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_db_instance" "ledger" {
  engine                              = "postgres"
  iam_database_authentication_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html'],
  },
  {
    type: 'attribute',
    id: 'azure-blob-no-soft-delete',
    title: 'Deleted blobs are gone at once',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: { trivy: ['AZU-0056', 'AVD-AZU-0056'] },
    about: `What is deleted by mistake is gone.

Where \`blob_properties.delete_retention_policy.days\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'What is deleted by mistake is gone.',
    remedy: 'Keep it for a week or more.',
    resources: ['azurerm_storage_account'],
    path: ['blob_properties', 'delete_retention_policy', 'days'],
    must: { beAtLeast: 7 },
    absent: 'safe',
    safe: '7',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name = "orchard"

  blob_properties {
    delete_retention_policy {
      days = 1 ◀
    }
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name = "orchard"

  blob_properties {
    delete_retention_policy {
      days = 7
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

resource "azurerm_storage_account" "orchard" {
  name = "orchard"

  blob_properties {
    delete_retention_policy {
      days = var.setting
    }
  }
}

resource "azurerm_storage_account" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/blobs/soft-delete-blob-overview'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-one-region',
    title: 'Data is kept in one region',
    severity: 'info',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: { trivy: ['AZU-0058', 'AVD-AZU-0058'] },
    about: `Copies in several zones of one region outlive a data centre, not the region. For most data that is enough, and laws may ask
for it, so this is pedantic.`,
    why: 'When the region fails the data is out of reach, or lost.',
    remedy: 'Set it to `GZRS`, if the data may leave the region.',
    resources: ['azurerm_storage_account'],
    path: ['account_replication_type'],
    must: { notBe: ['ZRS'] },
    absent: 'safe',
    safe: '"GZRS"',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "letters" {
  name                     = "letters"
  account_replication_type = "ZRS" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "letters" {
  name                     = "letters"
  account_replication_type = "GZRS"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "copies" {
  type = string
}

resource "azurerm_storage_account" "letters" {
  name                     = "letters"
  account_replication_type = var.copies
}`,
      },
    ],
    whenNot: 'Where the data must stay in its region, or can be made again.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-redundancy'],
  },
  {
    type: 'attribute',
    id: 'azure-storage-local-copies',
    title: 'Data is kept in one place',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: { trivy: ['AZU-0058', 'AVD-AZU-0058'], checkov: ['CKV_AZURE_206'] },
    about: `When the data centre fails the data is out of reach, or lost.

Where \`account_replication_type\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'When the data centre fails the data is out of reach, or lost.',
    remedy: 'Set it to `ZRS` or `GZRS`.',
    resources: ['azurerm_storage_account'],
    path: ['account_replication_type'],
    must: { notBe: ['LRS'] },
    absent: 'safe',
    safe: '"ZRS"',
    bad: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name                     = "orchard"
  account_replication_type = "LRS" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_storage_account" "orchard" {
  name                     = "orchard"
  account_replication_type = "ZRS"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_storage_account" "orchard" {
  name                     = "orchard"
  account_replication_type = var.setting
}

resource "azurerm_storage_account" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-redundancy'],
  },
  {
    type: 'attribute',
    id: 'azure-database-local-backup',
    title: 'Backups stay in the region',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: {
      checkov: ['CKV_AZURE_94', 'CKV_AZURE_102', 'CKV_AZURE_129'],
      kics: ['0a70d5f3-1ecd-4c8e-9292-928fc9a8c4f1'],
    },
    about: `When the region is lost the backups are lost with it.

Where \`geo_redundant_backup_enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'When the region is lost the backups are lost with it.',
    remedy: 'Set it to `true`; it replaces the server.',
    resources: [
      'azurerm_mariadb_server',
      'azurerm_mysql_server',
      'azurerm_postgresql_server',
      'azurerm_postgresql_flexible_server',
      'azurerm_mysql_flexible_server',
    ],
    path: ['geo_redundant_backup_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_mariadb_server" "ledger" {
  name                         = "ledger"
  geo_redundant_backup_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_mariadb_server" "ledger" { ◀
  name = "ledger"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_mariadb_server" "ledger" {
  name                         = "ledger"
  geo_redundant_backup_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_mariadb_server" "ledger" {
  name                         = "ledger"
  geo_redundant_backup_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-backup-restore'],
  },
  {
    type: 'attribute',
    id: 'gcp-sql-no-backup',
    title: 'Cloud SQL has no backups',
    severity: 'medium',
    domain: 'reliability',
    aliases: { trivy: ['GCP-0024', 'AVD-GCP-0024'], checkov: ['CKV_GCP_14'] },
    about: `There is no way back from a wrong delete.

Where \`settings.backup_configuration.enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'There is no way back from a wrong delete.',
    remedy: 'Set it to `true`.',
    resources: ['google_sql_database_instance'],
    path: ['settings', 'backup_configuration', 'enabled'],
    must: { notBe: [false] },
    absent: 'safe',
    unless: [{ path: ['master_instance_name'] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "google_sql_database_instance" "ledger" {
  database_version = "POSTGRES_17"

  settings {
    backup_configuration {
      enabled = false ◀
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
    backup_configuration {
      enabled = true
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
    backup_configuration {
      enabled = var.setting
    }
  }
}

resource "google_sql_database_instance" "other" {
  database_version = "POSTGRES_17"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/sql/docs/postgres/backup-recovery/backups'],
  },
  {
    type: 'attribute',
    id: 'gcp-storage-versioning-off',
    title: 'Bucket keeps no versions',
    severity: 'low',
    domain: 'reliability',
    strictness: 'pedantic',
    aliases: {
      trivy: ['GCP-0078', 'AVD-GCP-0078'],
      checkov: ['CKV_GCP_78'],
      kics: ['e7e961ac-d17e-4413-84bc-8a1fbe242944'],
    },
    about: `What is overwritten or deleted, by mistake or by an intruder, is gone after the soft delete period.

Where \`versioning.enabled\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'What is overwritten or deleted, by mistake or by an intruder, is gone after the soft delete period.',
    remedy: 'Set it to `true`.',
    resources: ['google_storage_bucket'],
    path: ['versioning', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "google_storage_bucket" "harvest" {
  name = "orchard-harvest"

  versioning {
    enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_storage_bucket" "harvest" { ◀
  name = "orchard-harvest"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_storage_bucket" "harvest" {
  name = "orchard-harvest"

  versioning {
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

resource "google_storage_bucket" "harvest" {
  name = "orchard-harvest"

  versioning {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/storage/docs/object-versioning'],
  },
  {
    type: 'attribute',
    id: 'gcp-storage-no-uniform-access',
    title: 'Bucket mixes ACLs and IAM',
    severity: 'low',
    domain: 'security',
    aliases: {
      trivy: ['GCP-0002', 'AVD-GCP-0002'],
      checkov: ['CKV_GCP_29'],
      kics: ['bb0db090-5509-4853-a827-75ced0b3caa0'],
      semgrep: ['gcp-storage-bucket-uniform-access'],
    },
    about: `An ACL on a single object can make it public, and no IAM policy shows that.

Where \`uniform_bucket_level_access\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'An ACL on a single object can make it public, and no IAM policy shows that.',
    remedy: 'Set it to `true`.',
    resources: ['google_storage_bucket'],
    path: ['uniform_bucket_level_access'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "google_storage_bucket" "harvest" {
  name                        = "orchard-harvest"
  uniform_bucket_level_access = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_storage_bucket" "harvest" { ◀
  name = "orchard-harvest"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_storage_bucket" "harvest" {
  name                        = "orchard-harvest"
  uniform_bucket_level_access = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_storage_bucket" "harvest" {
  name                        = "orchard-harvest"
  uniform_bucket_level_access = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/storage/docs/uniform-bucket-level-access'],
  },
  {
    type: 'attribute',
    id: 'gcp-storage-public-access-not-prevented',
    title: 'Nothing prevents that the bucket becomes public',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_GCP_114'] },
    about: `One grant to \`allUsers\` makes it public.

Where \`public_access_prevention\` is not set it counts as well: the provider takes \`inherited\`.`,
    why: 'One grant to `allUsers` makes it public.',
    remedy: 'Set it to `enforced`.',
    resources: ['google_storage_bucket'],
    path: ['public_access_prevention'],
    must: { be: ['enforced'] },
    absent: 'unsafe',
    safe: '"enforced"',
    bad: [
      {
        text: `
resource "google_storage_bucket" "harvest" {
  name                     = "orchard-harvest"
  public_access_prevention = "inherited" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "google_storage_bucket" "harvest" { ◀
  name = "orchard-harvest"
}`,
      },
    ],
    good: [
      {
        text: `
resource "google_storage_bucket" "harvest" {
  name                     = "orchard-harvest"
  public_access_prevention = "enforced"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "google_storage_bucket" "harvest" {
  name                     = "orchard-harvest"
  public_access_prevention = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://cloud.google.com/storage/docs/public-access-prevention'],
  },
];

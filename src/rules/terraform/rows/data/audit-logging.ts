import type { AttributeRow } from '../row.ts';

/** What tells afterwards who did what. */
export const auditLogging: readonly AttributeRow[] = [
  {
    type: 'attribute',
    id: 'aws-cloudtrail-no-validation',
    title: 'Trail is not protected against changes',
    severity: 'medium',
    domain: 'governance',
    aliases: {
      trivy: ['AWS-0016', 'AVD-AWS-0016'],
      checkov: ['CKV_AWS_36'],
      kics: ['52ffcfa6-6c70-4ea6-8376-d828d3961669'],
    },
    about: `Whoever broke in can rewrite the log, and nobody can tell.

Where \`enable_log_file_validation\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Whoever broke in can rewrite the log, and nobody can tell.',
    remedy: 'Set it to `true`.',
    resources: ['aws_cloudtrail'],
    path: ['enable_log_file_validation'],
    must: { be: [true] },
    absent: 'unsafe',
    absentSeverity: 'low',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name                       = "orchard"
  enable_log_file_validation = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudtrail" "audit" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name                       = "orchard"
  enable_log_file_validation = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudtrail" "audit" {
  name                       = "orchard"
  enable_log_file_validation = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-cloudtrail-one-region',
    title: 'Trail covers one region',
    severity: 'low',
    domain: 'governance',
    aliases: {
      trivy: ['AWS-0014', 'AVD-AWS-0014'],
      checkov: ['CKV_AWS_67'],
      kics: ['8173d5eb-96b5-4aa6-a71b-ecfa153c123d'],
    },
    about: `An intruder works in the region nobody looks at.

Where \`is_multi_region_trail\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'An intruder works in the region nobody looks at.',
    remedy: 'Set it to `true`.',
    resources: ['aws_cloudtrail'],
    path: ['is_multi_region_trail'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name                  = "orchard"
  is_multi_region_trail = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudtrail" "audit" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name                  = "orchard"
  is_multi_region_trail = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudtrail" "audit" {
  name                  = "orchard"
  is_multi_region_trail = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-cloudtrail-no-global-events',
    title: 'Trail leaves out global services',
    severity: 'low',
    domain: 'governance',
    aliases: { kics: ['8173d5eb-96b5-4aa6-a71b-ecfa153c123d'] },
    about: `IAM, STS and CloudFront are global services: without their events the trail does not show who made a key or a role. Where
\`include_global_service_events\` is not set the provider takes \`true\`.`,
    why: 'The trail then does not show who made a key, a user or a role.',
    remedy: 'Delete the line, or set it to `true`.',
    resources: ['aws_cloudtrail'],
    path: ['include_global_service_events'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name                          = "orchard"
  is_multi_region_trail         = true
  include_global_service_events = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name                          = "orchard"
  is_multi_region_trail         = true
  include_global_service_events = true
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudtrail" "audit" {
  name                  = "orchard"
  is_multi_region_trail = true
}`,
      },
    ],
    whenNot: 'Where another trail of the account has them. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html'],
  },
  {
    type: 'attribute',
    id: 'aws-cloudtrail-off',
    title: 'Trail is switched off',
    severity: 'high',
    domain: 'governance',
    aliases: { checkov: ['CKV_AWS_251'] },
    about: `Nobody can say afterwards who did what in the account.

Where \`enable_logging\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Nobody can say afterwards who did what in the account.',
    remedy: 'Delete the line, or set it to `true`.',
    resources: ['aws_cloudtrail'],
    path: ['enable_logging'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name           = "orchard"
  enable_logging = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name           = "orchard"
  enable_logging = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudtrail" "audit" {
  name           = "orchard"
  enable_logging = var.setting
}

resource "aws_cloudtrail" "other" {
  name = "orchard"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html'],
  },
  {
    type: 'attribute',
    id: 'aws-cloudtrail-default-key',
    title: 'Trail has no key of yours',
    severity: 'low',
    domain: 'security',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0015', 'AVD-AWS-0015'],
      checkov: ['CKV_AWS_35'],
      kics: ['5d9e3164-9265-470c-9a10-57ae454ac0c7'],
    },
    about: `Whoever may read the bucket reads the log; a key would be a second lock.

Where \`kms_key_id\` is not set it counts as well: the log is encrypted with the key of the bucket.`,
    why: 'Whoever may read the bucket reads the log; a key would be a second lock.',
    remedy: 'Name a key.',
    resources: ['aws_cloudtrail'],
    path: ['kms_key_id'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name       = "orchard"
  kms_key_id = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudtrail" "audit" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name       = "orchard"
  kms_key_id = "alias/audit"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudtrail" "audit" {
  name       = "orchard"
  kms_key_id = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-cloudtrail-no-log-group',
    title: 'Trail does not reach CloudWatch',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0162', 'AVD-AWS-0162'], checkov: ['CKV2_AWS_10'] },
    about: `No alarm can watch the trail.

Where \`cloud_watch_logs_group_arn\` is not set it counts as well: the log goes to the bucket only.`,
    why: 'No alarm can watch the trail.',
    remedy: 'Name a log group.',
    resources: ['aws_cloudtrail'],
    path: ['cloud_watch_logs_group_arn'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name                       = "orchard"
  cloud_watch_logs_group_arn = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudtrail" "audit" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name                       = "orchard"
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudtrail" "audit" {
  name                       = "orchard"
  cloud_watch_logs_group_arn = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-cloudtrail-no-topic',
    title: 'Trail announces nothing',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_252'], kics: ['482b7d26-0bdb-4b5f-bf6f-545826c0a3dd'] },
    about: `Nobody is told when a new log file arrives.

Where \`sns_topic_name\` is not set it counts as well: none is announced.`,
    why: 'Nobody is told when a new log file arrives.',
    remedy: 'Name a topic.',
    resources: ['aws_cloudtrail'],
    path: ['sns_topic_name'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name           = "orchard"
  sns_topic_name = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudtrail" "audit" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudtrail" "audit" {
  name           = "orchard"
  sns_topic_name = "audit"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudtrail" "audit" {
  name           = "orchard"
  sns_topic_name = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-config-one-region',
    title: 'Aggregator leaves regions out',
    severity: 'low',
    domain: 'governance',
    aliases: {
      trivy: ['AWS-0019', 'AVD-AWS-0019'],
      checkov: ['CKV_AWS_121'],
      semgrep: ['aws-config-aggregator-not-all-regions'],
    },
    about: `What happens in the other regions is not seen.

Where its block is there and \`all_regions\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'What happens in the other regions is not seen.',
    remedy: 'Set it to `true`.',
    resources: ['aws_config_configuration_aggregator'],
    path: ['account_aggregation_source', 'all_regions'],
    orPaths: [['organization_aggregation_source', 'all_regions']],
    must: { be: [true] },
    absent: 'unsafe-in-block',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_config_configuration_aggregator" "all" {
  name = "all"

  account_aggregation_source {
    account_ids = ["111122223333"]
    all_regions = false ◀
  }
}`,
      },
      {
        note: 'The block is there, the setting is not:',
        text: `
resource "aws_config_configuration_aggregator" "all" {
  name = "all"

  account_aggregation_source { ◀
    account_ids = ["111122223333"]
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_config_configuration_aggregator" "all" {
  name = "all"

  account_aggregation_source {
    account_ids = ["111122223333"]
    all_regions = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_config_configuration_aggregator" "all" {
  name = "all"

  account_aggregation_source {
    account_ids = ["111122223333"]
    all_regions = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html'],
  },
  {
    type: 'attribute',
    id: 'aws-mq-no-audit-log',
    title: 'Broker writes no audit log',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0070', 'AVD-AWS-0070'], kics: ['31245f98-a6a9-4182-9fc1-45482b9d030a'] },
    about: `The audit log of ActiveMQ tells who changed what in the console; RabbitMQ has none, and is not reported.

Where \`logs.audit\` is not set it counts as well: none is written.`,
    why: 'Nobody can say later who changed users, queues or settings of the broker.',
    remedy: 'Switch it on.',
    resources: ['aws_mq_broker'],
    path: ['logs', 'audit'],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [{ path: ['engine_type'], oneOf: ['RabbitMQ', 'RABBITMQ', 'rabbitmq'] }],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_mq_broker" "orders" {
  broker_name = "orders"
  engine_type = "ActiveMQ"

  logs {
    general = true
    audit   = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_mq_broker" "orders" {
  broker_name = "orders"
  engine_type = "ActiveMQ"

  logs { ◀
    general = true
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_mq_broker" "orders" {
  broker_name = "orders"
  engine_type = "ActiveMQ"

  logs {
    general = true
    audit   = true
  }
}`,
      },
      {
        note: 'RabbitMQ writes no audit log, whatever is asked:',
        text: `
resource "aws_mq_broker" "orders" {
  broker_name = "orders"
  engine_type = "RabbitMQ"

  logs {
    general = true
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html'],
  },
  {
    type: 'attribute',
    id: 'aws-mq-no-logs',
    title: 'Broker writes no logs',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0071', 'AVD-AWS-0071'],
      checkov: ['CKV_AWS_48'],
      kics: ['31245f98-a6a9-4182-9fc1-45482b9d030a'],
    },
    about: `After an incident nobody can say what the broker did.

Where \`logs.general\` is not set it counts as well: none is written.`,
    why: 'After an incident nobody can say what the broker did.',
    remedy: 'Switch it on.',
    resources: ['aws_mq_broker'],
    path: ['logs', 'general'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_mq_broker" "orders" {
  broker_name = "orders"

  logs {
    general = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_mq_broker" "orders" { ◀
  broker_name = "orders"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_mq_broker" "orders" {
  broker_name = "orders"

  logs {
    general = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_mq_broker" "orders" {
  broker_name = "orders"

  logs {
    general = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html'],
  },
  {
    type: 'attribute',
    id: 'aws-neptune-no-logs',
    title: 'Neptune exports no audit log',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0075', 'AVD-AWS-0075'],
      checkov: ['CKV_AWS_101'],
      kics: ['45cff7b6-3b80-40c1-ba7b-2cf480678bb8'],
    },
    about: `After an incident nobody can say who asked the graph for what.

Where \`enable_cloudwatch_logs_exports\` is not set it counts as well: none is written.`,
    why: 'After an incident nobody can say who asked the graph for what.',
    remedy: 'Export the `audit` log.',
    resources: ['aws_neptune_cluster'],
    path: ['enable_cloudwatch_logs_exports'],
    must: { contain: ['audit'] },
    absent: 'unsafe',
    safe: '["audit"]',
    bad: [
      {
        text: `
resource "aws_neptune_cluster" "graph" {
  cluster_identifier             = "graph"
  enable_cloudwatch_logs_exports = ["slowquery"] ◀
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
  cluster_identifier             = "graph"
  enable_cloudwatch_logs_exports = ["audit"]
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_neptune_cluster" "graph" {
  cluster_identifier             = "graph"
  enable_cloudwatch_logs_exports = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html'],
  },
  {
    type: 'attribute',
    id: 'aws-docdb-no-logs',
    title: 'DocumentDB exports no logs',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0020', 'AVD-AWS-0020'], checkov: ['CKV_AWS_85'] },
    about: `After an incident nobody can say who asked the database for what.

Where \`enabled_cloudwatch_logs_exports\` is not set it counts as well: none is written.`,
    why: 'After an incident nobody can say who asked the database for what.',
    remedy: 'Export the `audit` and `profiler` logs.',
    resources: ['aws_docdb_cluster'],
    path: ['enabled_cloudwatch_logs_exports'],
    must: { beSet: true },
    absent: 'unsafe',
    safe: '["audit", "profiler"]',
    bad: [
      {
        text: `
resource "aws_docdb_cluster" "pears" {
  cluster_identifier              = "pears"
  enabled_cloudwatch_logs_exports = [] ◀
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
  cluster_identifier              = "pears"
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_docdb_cluster" "pears" {
  cluster_identifier              = "pears"
  enabled_cloudwatch_logs_exports = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html'],
  },
  {
    type: 'attribute',
    id: 'aws-rds-no-logs',
    title: 'RDS exports no logs',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_129'] },
    about: `After an incident nobody can say what the database did.

Where \`enabled_cloudwatch_logs_exports\` is not set it counts as well: none is written.`,
    why: 'After an incident nobody can say what the database did.',
    remedy: 'Export the logs of the engine.',
    resources: ['aws_db_instance', 'aws_rds_cluster'],
    path: ['enabled_cloudwatch_logs_exports'],
    must: { beSet: true },
    absent: 'unsafe',
    safe: '["postgresql"]',
    bad: [
      {
        text: `
resource "aws_db_instance" "ledger" {
  engine                          = "postgres"
  enabled_cloudwatch_logs_exports = [] ◀
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
  engine                          = "postgres"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_db_instance" "ledger" {
  engine                          = "postgres"
  enabled_cloudwatch_logs_exports = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html'],
  },
  {
    type: 'attribute',
    id: 'aws-cloudfront-no-logs',
    title: 'Distribution writes no access log',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0010', 'AVD-AWS-0010'],
      checkov: ['CKV_AWS_86'],
      kics: ['94690d79-b3b0-43de-b656-84ebef5753e5'],
    },
    about: `After an incident nobody can say who asked for what.

Where \`logging_config.bucket\` is not set it counts as well: none is written.`,
    why: 'After an incident nobody can say who asked for what.',
    remedy: 'Name a bucket.',
    resources: ['aws_cloudfront_distribution'],
    path: ['logging_config', 'bucket'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  logging_config {
    bucket = "" ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudfront_distribution" "site" { ◀
  enabled = true
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudfront_distribution" "site" {
  enabled = true

  logging_config {
    bucket = "logs.s3.amazonaws.com"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  logging_config {
    bucket = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html'],
  },
  {
    type: 'attribute',
    id: 'aws-lb-no-access-log',
    title: 'Load balancer writes no access log',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_91'], kics: ['20018359-6fd7-4d05-ab26-d4dffccbdf79'] },
    about: `After an incident nobody can say who asked for what.

Where \`access_logs.enabled\` is not set it counts as well: none is written.`,
    why: 'After an incident nobody can say who asked for what.',
    remedy: 'Switch it on.',
    resources: ['aws_lb', 'aws_alb'],
    path: ['access_logs', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_lb" "gate" {
  name = "gate"

  access_logs {
    enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_lb" "gate" { ◀
  name = "gate"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_lb" "gate" {
  name = "gate"

  access_logs {
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

resource "aws_lb" "gate" {
  name = "gate"

  access_logs {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html'],
  },
  {
    type: 'attribute',
    id: 'aws-elb-no-access-log',
    title: 'Classic load balancer writes no access log',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_92'], kics: ['20018359-6fd7-4d05-ab26-d4dffccbdf79'] },
    about: `After an incident nobody can say who asked for what.

Where the block around \`enabled\` is missing it counts as well: none is written.`,
    why: 'After an incident nobody can say who asked for what.',
    remedy: 'Switch it on.',
    resources: ['aws_elb'],
    path: ['access_logs', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe-without-block',
    bad: [
      {
        text: `
resource "aws_elb" "gate" {
  name = "gate"

  access_logs {
    enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_elb" "gate" { ◀
  name = "gate"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_elb" "gate" {
  name = "gate"

  access_logs {
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

resource "aws_elb" "gate" {
  name = "gate"

  access_logs {
    enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html'],
  },
  {
    type: 'attribute',
    id: 'aws-global-accelerator-no-flow-log',
    title: 'Accelerator writes no flow log',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_75'], kics: ['96e8183b-e985-457b-90cd-61c0503a3369'] },
    about: `After an incident nobody can say who connected.

Where \`attributes.flow_logs_enabled\` is not set it counts as well: none is written.`,
    why: 'After an incident nobody can say who connected.',
    remedy: 'Switch it on.',
    resources: ['aws_globalaccelerator_accelerator'],
    path: ['attributes', 'flow_logs_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_globalaccelerator_accelerator" "gate" {
  name = "gate"

  attributes {
    flow_logs_enabled = false ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_globalaccelerator_accelerator" "gate" { ◀
  name = "gate"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_globalaccelerator_accelerator" "gate" {
  name = "gate"

  attributes {
    flow_logs_enabled = true
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_globalaccelerator_accelerator" "gate" {
  name = "gate"

  attributes {
    flow_logs_enabled = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-msk-no-logs',
    title: 'Kafka writes no broker logs',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0074', 'AVD-AWS-0074'],
      checkov: ['CKV_AWS_80'],
      kics: ['2f56b7ab-7fba-4e93-82f0-247e5ddeb239'],
    },
    about: `After an incident nobody can say what the brokers did.

Where \`logging_info.broker_logs.cloudwatch_logs.enabled\` is not set it counts as well: none is written.`,
    why: 'After an incident nobody can say what the brokers did.',
    remedy: 'Switch it on.',
    resources: ['aws_msk_cluster'],
    path: ['logging_info', 'broker_logs', 'cloudwatch_logs', 'enabled'],
    orPaths: [
      ['logging_info', 'broker_logs', 's3', 'enabled'],
      ['logging_info', 'broker_logs', 'firehose', 'enabled'],
    ],
    must: { be: [true] },
    absent: 'unsafe',
    unless: [
      { path: ['logging_info', 'broker_logs', 's3', 'enabled'], oneOf: [true] },
      { path: ['logging_info', 'broker_logs', 'firehose', 'enabled'], oneOf: [true] },
    ],
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled = false ◀
      }
    }
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_msk_cluster" "events" { ◀
  cluster_name = "events"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled = true
      }
    }
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_msk_cluster" "events" {
  cluster_name = "events"

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled = var.setting
      }
    }
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html'],
  },
  {
    type: 'attribute',
    id: 'aws-opensearch-no-logs',
    title: 'OpenSearch publishes no logs',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0042', 'AVD-AWS-0042'], checkov: ['CKV_AWS_84'] },
    about: `After an incident nobody can say who asked for what.

Where the block around \`enabled\` is missing it counts as well: none is written.`,
    why: 'After an incident nobody can say who asked for what.',
    remedy: 'Switch it on.',
    resources: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
    path: ['log_publishing_options', 'enabled'],
    must: { be: [true] },
    absent: 'unsafe-without-block',
    bad: [
      {
        text: `
resource "aws_opensearch_domain" "trees" {
  domain_name = "trees"

  log_publishing_options {
    log_type = "AUDIT_LOGS"
    enabled  = false ◀
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

  log_publishing_options {
    log_type = "AUDIT_LOGS"
    enabled  = true
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

  log_publishing_options {
    log_type = "AUDIT_LOGS"
    enabled  = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: [
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html',
    ],
  },
  {
    type: 'attribute',
    id: 'aws-ecs-no-container-insights',
    title: 'Cluster has no container insights',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AWS-0034', 'AVD-AWS-0034'],
      checkov: ['CKV_AWS_65'],
      kics: ['97cb0688-369a-4d26-b1f7-86c4c91231bc'],
    },
    about: `After an incident nobody can say why tasks died.

Where \`setting.value\` is not set it counts as well: none is written.`,
    why: 'After an incident nobody can say why tasks died.',
    remedy: 'Switch it on.',
    resources: ['aws_ecs_cluster'],
    path: ['setting', 'value'],
    must: { be: ['enabled', 'enhanced'] },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_ecs_cluster" "orchard" {
  name = "orchard"

  setting {
    name  = "containerInsights"
    value = "disabled" ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_ecs_cluster" "orchard" { ◀
  name = "orchard"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_ecs_cluster" "orchard" {
  name = "orchard"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_ecs_cluster" "orchard" {
  name = "orchard"

  setting {
    name  = "containerInsights"
    value = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html'],
  },
  {
    type: 'attribute',
    id: 'aws-lambda-no-tracing',
    title: 'Function is not traced',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0066', 'AVD-AWS-0066'], checkov: ['CKV_AWS_50'] },
    about: `After an incident nobody can say where the time went.

Where \`tracing_config.mode\` is not set it counts as well: calls are not traced.`,
    why: 'After an incident nobody can say where the time went.',
    remedy: 'Switch it on.',
    resources: ['aws_lambda_function'],
    path: ['tracing_config', 'mode'],
    must: { be: ['Active'] },
    absent: 'unsafe',
    safe: '"Active"',
    bad: [
      {
        text: `
resource "aws_lambda_function" "press" {
  function_name = "press"

  tracing_config {
    mode = "PassThrough" ◀
  }
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_lambda_function" "press" { ◀
  function_name = "press"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_lambda_function" "press" {
  function_name = "press"

  tracing_config {
    mode = "Active"
  }
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_lambda_function" "press" {
  function_name = "press"

  tracing_config {
    mode = var.setting
  }
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html'],
  },
  {
    type: 'attribute',
    id: 'aws-api-gateway-no-tracing',
    title: 'API stage is not traced',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0003', 'AVD-AWS-0003'], checkov: ['CKV_AWS_73'] },
    about: `After an incident nobody can say where the time went.

Where \`xray_tracing_enabled\` is not set it counts as well: calls are not traced.`,
    why: 'After an incident nobody can say where the time went.',
    remedy: 'Switch it on.',
    resources: ['aws_api_gateway_stage'],
    path: ['xray_tracing_enabled'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "aws_api_gateway_stage" "live" {
  stage_name           = "live"
  xray_tracing_enabled = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_api_gateway_stage" "live" { ◀
  stage_name = "live"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_api_gateway_stage" "live" {
  stage_name           = "live"
  xray_tracing_enabled = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_api_gateway_stage" "live" {
  stage_name           = "live"
  xray_tracing_enabled = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html'],
  },
  {
    type: 'attribute',
    id: 'aws-log-group-default-key',
    title: 'Log group has no key of yours',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AWS-0017', 'AVD-AWS-0017'], checkov: ['CKV_AWS_158'] },
    about: `After an incident nobody can say who read the logs.

Where \`kms_key_id\` is not set it counts as well: AWS takes a key of its own.`,
    why: 'After an incident nobody can say who read the logs.',
    remedy: 'Name a key.',
    resources: ['aws_cloudwatch_log_group'],
    path: ['kms_key_id'],
    must: { beSet: true },
    absent: 'unsafe',
    bad: [
      {
        text: `
resource "aws_cloudwatch_log_group" "press" {
  name       = "press"
  kms_key_id = "" ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudwatch_log_group" "press" { ◀
  name = "press"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudwatch_log_group" "press" {
  name       = "press"
  kms_key_id = "alias/logs"
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudwatch_log_group" "press" {
  name       = "press"
  kms_key_id = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'],
  },
  {
    type: 'attribute',
    id: 'aws-log-group-kept-forever',
    title: 'Logs are kept for ever',
    severity: 'low',
    domain: 'cost',
    strictness: 'pedantic',
    aliases: { checkov: ['CKV_AWS_66'] },
    about: `They cost more every month, and personal data in them outlives its purpose.

Where \`retention_in_days\` is not set it counts as well: the provider takes 0, which is for ever.`,
    why: 'They cost more every month, and personal data in them outlives its purpose.',
    remedy: 'Say how many days they are kept.',
    resources: ['aws_cloudwatch_log_group'],
    path: ['retention_in_days'],
    must: { notBe: [0] },
    absent: 'unsafe',
    safe: '90',
    bad: [
      {
        text: `
resource "aws_cloudwatch_log_group" "press" {
  name              = "press"
  retention_in_days = 0 ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "aws_cloudwatch_log_group" "press" { ◀
  name = "press"
}`,
      },
    ],
    good: [
      {
        text: `
resource "aws_cloudwatch_log_group" "press" {
  name              = "press"
  retention_in_days = 90
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "aws_cloudwatch_log_group" "press" {
  name              = "press"
  retention_in_days = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html'],
  },
  {
    type: 'attribute',
    id: 'azure-postgresql-log-checkpoints-off',
    title: 'PostgreSQL setting log_checkpoints is off',
    severity: 'low',
    domain: 'governance',
    aliases: {
      trivy: ['AZU-0024', 'AVD-AZU-0024'],
      checkov: ['CKV_AZURE_30'],
      kics: ['3790d386-be81-4dcf-9850-eaa7df6c10d9'],
    },
    about: `After an incident the log lacks what would explain it.

Where \`value\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'After an incident the log lacks what would explain it.',
    remedy: 'Set it to `on`.',
    resources: ['azurerm_postgresql_configuration', 'azurerm_postgresql_flexible_server_configuration'],
    path: ['value'],
    must: { notBe: ['off', 'OFF'] },
    absent: 'safe',
    when: { path: ['name'], oneOf: ['log_checkpoints'] },
    safe: '"on"',
    bad: [
      {
        text: `
resource "azurerm_postgresql_configuration" "log_checkpoints" {
  name        = "log_checkpoints"
  server_name = "ledger"
  value       = "off" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_postgresql_configuration" "log_checkpoints" {
  name        = "log_checkpoints"
  server_name = "ledger"
  value       = "on"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_postgresql_configuration" "log_checkpoints" {
  name        = "log_checkpoints"
  server_name = "ledger"
  value       = var.setting
}

resource "azurerm_postgresql_configuration" "other" {
  name        = "log_checkpoints"
  server_name = "ledger"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging'],
  },
  {
    type: 'attribute',
    id: 'azure-postgresql-log-connections-off',
    title: 'PostgreSQL setting log_connections is off',
    severity: 'low',
    domain: 'governance',
    aliases: { trivy: ['AZU-0019', 'AVD-AZU-0019'], checkov: ['CKV_AZURE_31'] },
    about: `After an incident the log lacks what would explain it.

Where \`value\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'After an incident the log lacks what would explain it.',
    remedy: 'Set it to `on`.',
    resources: ['azurerm_postgresql_configuration', 'azurerm_postgresql_flexible_server_configuration'],
    path: ['value'],
    must: { notBe: ['off', 'OFF'] },
    absent: 'safe',
    when: { path: ['name'], oneOf: ['log_connections'] },
    safe: '"on"',
    bad: [
      {
        text: `
resource "azurerm_postgresql_configuration" "log_connections" {
  name        = "log_connections"
  server_name = "ledger"
  value       = "off" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_postgresql_configuration" "log_connections" {
  name        = "log_connections"
  server_name = "ledger"
  value       = "on"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_postgresql_configuration" "log_connections" {
  name        = "log_connections"
  server_name = "ledger"
  value       = var.setting
}

resource "azurerm_postgresql_configuration" "other" {
  name        = "log_connections"
  server_name = "ledger"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging'],
  },
  {
    type: 'attribute',
    id: 'azure-postgresql-connection-throttling-off',
    title: 'PostgreSQL setting connection_throttling is off',
    severity: 'low',
    domain: 'governance',
    aliases: { trivy: ['AZU-0021', 'AVD-AZU-0021'], checkov: ['CKV_AZURE_32'] },
    about: `Nothing slows down whoever tries passwords.

Where \`value\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Nothing slows down whoever tries passwords.',
    remedy: 'Set it to `on`.',
    resources: ['azurerm_postgresql_configuration', 'azurerm_postgresql_flexible_server_configuration'],
    path: ['value'],
    must: { notBe: ['off', 'OFF'] },
    absent: 'safe',
    when: { path: ['name'], oneOf: ['connection_throttling'] },
    safe: '"on"',
    bad: [
      {
        text: `
resource "azurerm_postgresql_configuration" "connection_throttling" {
  name        = "connection_throttling"
  server_name = "ledger"
  value       = "off" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_postgresql_configuration" "connection_throttling" {
  name        = "connection_throttling"
  server_name = "ledger"
  value       = "on"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_postgresql_configuration" "connection_throttling" {
  name        = "connection_throttling"
  server_name = "ledger"
  value       = var.setting
}

resource "azurerm_postgresql_configuration" "other" {
  name        = "connection_throttling"
  server_name = "ledger"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/postgresql/flexible-server/concepts-logging'],
  },
  {
    type: 'attribute',
    id: 'azure-sql-audit-retention-short',
    title: 'Audit log is kept briefly',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AZU-0025', 'AVD-AZU-0025'], checkov: ['CKV_AZURE_24'] },
    about: `Most break-ins are noticed after months; the log is gone by then.

Where \`retention_in_days\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Most break-ins are noticed after months; the log is gone by then.',
    remedy: 'Keep it for 90 days or more.',
    resources: ['azurerm_mssql_database_extended_auditing_policy', 'azurerm_mssql_server_extended_auditing_policy'],
    path: ['retention_in_days'],
    must: { beAtLeast: 90 },
    absent: 'safe',
    safe: '90',
    bad: [
      {
        text: `
resource "azurerm_mssql_database_extended_auditing_policy" "ledger" {
  log_monitoring_enabled = true
  retention_in_days      = 30 ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_mssql_database_extended_auditing_policy" "ledger" {
  log_monitoring_enabled = true
  retention_in_days      = 90
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_mssql_database_extended_auditing_policy" "ledger" {
  log_monitoring_enabled = true
  retention_in_days      = var.setting
}

resource "azurerm_mssql_database_extended_auditing_policy" "other" {
  log_monitoring_enabled = true
}`,
      },
      {
        note: '0 is for ever:',
        text: `
resource "azurerm_mssql_server_extended_auditing_policy" "ledger" {
  storage_endpoint = "https://orchard.blob.core.windows.net"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview'],
  },
  {
    type: 'attribute',
    id: 'azure-flow-log-retention-short',
    title: 'Flow log is kept briefly',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: { trivy: ['AZU-0049', 'AVD-AZU-0049'], checkov: ['CKV_AZURE_12'] },
    about: `Most break-ins are noticed after months; the log is gone by then.

Where \`retention_policy.days\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Most break-ins are noticed after months; the log is gone by then.',
    remedy: 'Keep it for 90 days or more.',
    resources: ['azurerm_network_watcher_flow_log'],
    path: ['retention_policy', 'days'],
    must: { beAtLeast: 90 },
    absent: 'safe',
    unless: [{ path: ['retention_policy', 'days'], oneOf: [0] }],
    safe: '90',
    bad: [
      {
        text: `
resource "azurerm_network_watcher_flow_log" "gate" {
  name = "gate"

  retention_policy {
    enabled = true
    days    = 7 ◀
  }
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_network_watcher_flow_log" "gate" {
  name = "gate"

  retention_policy {
    enabled = true
    days    = 90
  }
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_network_watcher_flow_log" "gate" {
  name = "gate"

  retention_policy {
    enabled = true
    days    = var.setting
  }
}

resource "azurerm_network_watcher_flow_log" "other" {
  name = "gate"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/network-watcher/vnet-flow-logs-overview'],
  },
  {
    type: 'attribute',
    id: 'azure-flow-log-off',
    title: 'Flow log is switched off',
    severity: 'medium',
    domain: 'governance',
    aliases: { trivy: ['AZU-0073', 'AVD-AZU-0073'] },
    about: `After an incident nobody can say who talked to whom.

Where \`enabled\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'After an incident nobody can say who talked to whom.',
    remedy: 'Set it to `true`.',
    resources: ['azurerm_network_watcher_flow_log'],
    path: ['enabled'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_network_watcher_flow_log" "gate" {
  name    = "gate"
  enabled = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_network_watcher_flow_log" "gate" {
  name    = "gate"
  enabled = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_network_watcher_flow_log" "gate" {
  name    = "gate"
  enabled = var.setting
}

resource "azurerm_network_watcher_flow_log" "other" {
  name = "gate"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/network-watcher/vnet-flow-logs-overview'],
  },
  {
    type: 'attribute',
    id: 'azure-security-contact-silent',
    title: 'Nobody is told of alerts',
    severity: 'medium',
    domain: 'governance',
    aliases: { trivy: ['AZU-0044', 'AVD-AZU-0044'], checkov: ['CKV_AZURE_21'] },
    about: `Alerts are raised and nobody reads them.

Where \`alert_notifications\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Alerts are raised and nobody reads them.',
    remedy: 'Set it to `true`.',
    resources: ['azurerm_security_center_contact'],
    path: ['alert_notifications'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_security_center_contact" "contact" {
  email               = "security@example.com"
  alert_notifications = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_security_center_contact" "contact" {
  email               = "security@example.com"
  alert_notifications = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_security_center_contact" "contact" {
  email               = "security@example.com"
  alert_notifications = var.setting
}

resource "azurerm_security_center_contact" "other" {
  email = "security@example.com"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/defender-for-cloud/configure-email-notifications'],
  },
  {
    type: 'attribute',
    id: 'azure-security-alerts-to-admins-off',
    title: 'Owners are not told of alerts',
    severity: 'low',
    domain: 'governance',
    aliases: { trivy: ['AZU-0063', 'AVD-AZU-0063'], checkov: ['CKV_AZURE_22'] },
    about: `Alerts reach one mailbox, and nobody else.

Where \`alerts_to_admins\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Alerts reach one mailbox, and nobody else.',
    remedy: 'Set it to `true`.',
    resources: ['azurerm_security_center_contact'],
    path: ['alerts_to_admins'],
    must: { notBe: [false] },
    absent: 'safe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_security_center_contact" "contact" {
  email            = "security@example.com"
  alerts_to_admins = false ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_security_center_contact" "contact" {
  email            = "security@example.com"
  alerts_to_admins = true
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_security_center_contact" "contact" {
  email            = "security@example.com"
  alerts_to_admins = var.setting
}

resource "azurerm_security_center_contact" "other" {
  email = "security@example.com"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/defender-for-cloud/configure-email-notifications'],
  },
  {
    type: 'attribute',
    id: 'azure-defender-free',
    title: 'Defender runs in its free tier',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0045', 'AVD-AZU-0045'],
      checkov: ['CKV_AZURE_19'],
      kics: ['819d50fd-1cdf-45c3-9936-be408aaad93e'],
    },
    about: `Nothing looks for threats while programs run.

Where \`tier\` is not set the provider takes a safe value, and nothing is said.`,
    why: 'Nothing looks for threats while programs run.',
    remedy: 'Set it to `Standard`.',
    resources: ['azurerm_security_center_subscription_pricing'],
    path: ['tier'],
    must: { notBe: ['Free'] },
    absent: 'safe',
    safe: '"Standard"',
    bad: [
      {
        text: `
resource "azurerm_security_center_subscription_pricing" "vm" {
  resource_type = "VirtualMachines"
  tier          = "Free" ◀
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_security_center_subscription_pricing" "vm" {
  resource_type = "VirtualMachines"
  tier          = "Standard"
}`,
      },
      {
        note: 'Not set, and what is not known here:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_security_center_subscription_pricing" "vm" {
  resource_type = "VirtualMachines"
  tier          = var.setting
}

resource "azurerm_security_center_subscription_pricing" "other" {
  resource_type = "VirtualMachines"
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/defender-for-cloud/enable-enhanced-security'],
  },
  {
    type: 'attribute',
    id: 'azure-sql-alert-mail-off',
    title: 'Database alerts reach nobody',
    severity: 'low',
    domain: 'governance',
    strictness: 'pedantic',
    aliases: {
      trivy: ['AZU-0023', 'AVD-AZU-0023'],
      checkov: ['CKV_AZURE_27'],
      kics: ['55975007-f6e7-4134-83c3-298f1fe4b519'],
    },
    about: `Injections are noticed and nobody is told.

Where \`email_account_admins\` is not set it counts as well: the provider takes \`false\`.`,
    why: 'Injections are noticed and nobody is told.',
    remedy: 'Set it to `true`.',
    resources: ['azurerm_mssql_server_security_alert_policy'],
    path: ['email_account_admins'],
    must: { be: [true] },
    absent: 'unsafe',
    safe: 'true',
    bad: [
      {
        text: `
resource "azurerm_mssql_server_security_alert_policy" "ledger" {
  state                = "Enabled"
  email_account_admins = false ◀
}`,
      },
      {
        note: 'Not set:',
        text: `
resource "azurerm_mssql_server_security_alert_policy" "ledger" { ◀
  state = "Enabled"
}`,
      },
    ],
    good: [
      {
        text: `
resource "azurerm_mssql_server_security_alert_policy" "ledger" {
  state                = "Enabled"
  email_account_admins = true
}`,
      },
      {
        note: 'What is not known here is not accused:',
        text: `
variable "setting" {
  description = "What the caller wants."
}

resource "azurerm_mssql_server_security_alert_policy" "ledger" {
  state                = "Enabled"
  email_account_admins = var.setting
}`,
      },
    ],
    whenNot: 'In a sandbox that holds nothing of value. Put the reason into a comment.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-sql/database/threat-detection-configure'],
  },
];

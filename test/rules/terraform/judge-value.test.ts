import { describe, expect, test } from '@jest/globals';
import { ALLOWED_VALUES } from '../../../src/rules/terraform/aws-values/allowed-values.ts';
import { judgeValue } from '../../../src/rules/terraform/aws-values/judge-value.ts';

function refuses(attribute: string, value: string): boolean {
  const [type = '', ...path] = attribute.split('.');
  const allowed = ALLOWED_VALUES[type]?.[path.join('.')];
  if (!allowed) throw new Error(`the table does not know ${attribute}`);
  return judgeValue(value, allowed) !== undefined;
}

describe('what AWS takes is not refused', () => {
  test.each([
    [
      'aws_instance.instance_type',
      't2.micro u-6tb1.112xlarge u7in-16tb.224xlarge mac2-m2.metal mac-m4pro.metal m8i-flex.large',
    ],
    ['aws_instance.instance_type', 'p6-b200.48xlarge i7ie.metal-48xl hpc7g.16xlarge x2iedn.32xlarge t4g.nano'],
    [
      'aws_db_instance.instance_class',
      'db.t3.micro db.serverless db.r5.12xlarge.tpc2.mem2x db.x2iedn.large db.m6gd.16xlarge',
    ],
    ['aws_db_instance.engine', 'postgres mysql sqlserver-ex oracle-se2-cdb custom-sqlserver-se db2-ae MariaDB'],
    ['aws_elasticache_cluster.node_type', 'cache.t2.micro cache.r7gd.8xlarge cache.c7gn.large'],
    ['aws_redshift_cluster.node_type', 'ra3.xlplus dc2.large ra3.16xlarge ds2.8xlarge'],
    [
      'aws_opensearch_domain.cluster_config.instance_type',
      'm7g.large.search ultrawarm1.medium.search r5.xlarge.elasticsearch or1.medium.search',
    ],
    ['aws_msk_cluster.broker_node_group_info.instance_type', 'kafka.t3.small express.m7g.large'],
    [
      'aws_lambda_function.runtime',
      'nodejs22.x python3.13 java8.al2 java21 dotnetcore3.1 dotnet8 go1.x ruby3.4 provided provided.al2023 nodejs',
    ],
    ['aws_lambda_function.function_name', 'peel arn:aws:lambda:eu-west-1:123456789012:function:peel'],
    ['aws_ecr_repository.name', 'press team/press_2/app-1 a.b'],
    ['aws_s3_bucket.bucket', 'pears my.bucket.example 1a2 a-b-c'],
    ['aws_iam_role.path', '/ /team/ /a/b/'],
    ['aws_iam_role.name', 'press@2,a=b.c-d_e+f'],
    [
      'aws_iam_role_policy_attachment.policy_arn',
      'arn:aws:iam::aws:policy/service-role/AWSLambdaRole arn:aws-us-gov:iam::123456789012:policy/a',
    ],
    ['aws_sqs_queue.name', 'orders orders.fifo Orders_2-a'],
    ['aws_lb.name', 'shop a-b A1'],
    ['aws_kms_alias.name', 'alias/press alias/team/press'],
    ['aws_autoscaling_group.health_check_type', 'EC2 ELB EC2,ELB'],
    [
      'aws_s3_bucket_notification.queue.events',
      's3:ObjectCreated:* s3:ObjectRemoved:Delete s3:ReducedRedundancyLostObject s3:LifecycleExpiration:*',
    ],
    [
      'aws_cloudfront_distribution.viewer_certificate.minimum_protocol_version',
      'TLSv1 TLSv1.2_2021 TLSv1_2016 SSLv3 TLSv1.3_2025',
    ],
    ['aws_glue_job.worker_type', 'Standard G.025X G.1X Z.2X R.8X'],
    [
      'aws_eks_node_group.ami_type',
      'AL2_x86_64 AL2023_ARM_64_STANDARD BOTTLEROCKET_x86_64_NVIDIA WINDOWS_CORE_2022_x86_64 CUSTOM',
    ],
    ['aws_security_group.ingress.protocol', 'tcp TCP -1 all icmpv6 50'],
    ['aws_network_acl_rule.rule_action', 'allow DENY'],
    ['aws_cloudwatch_log_group.retention_in_days', '0 1 365 3653'],
    ['aws_lb_target_group.slow_start', '0 30 900'],
    ['aws_db_instance.maintenance_window', 'Mon:00:00-Mon:03:00 sun:23:30-mon:00:30'],
    ['aws_ssm_parameter.name', '/press/db/password plain_name a.b-c'],
    ['aws_secretsmanager_secret.name', 'press/db@1 a+b=c'],
  ])('%s: %s', (attribute, values) => {
    expect(values.split(' ').filter((value) => refuses(attribute, value))).toEqual([]);
  });
});

describe('what AWS refuses is told', () => {
  test.each([
    ['aws_instance.instance_type', 't2micro m5.2xl M5.large micro m5large. db.m5.large'],
    ['aws_db_instance.instance_class', 'm5.large db.m5 db.m5.huge'],
    ['aws_elasticache_cluster.node_type', 't2.micro cache.t2'],
    ['aws_db_instance.identifier', '1st a--b a- Ledger'],
    ['aws_s3_bucket.bucket', 'ab Pears a_b a..b 192.168.0.1 xn--pears pears-s3alias -pears'],
    ['aws_iam_role.path', 'team /team team/'],
    ['aws_lb.name', '-shop shop- internal-shop a_b'],
    ['aws_sqs_queue.name', 'orders.std a/b'],
    ['aws_kms_alias.name', 'press alias/aws/press'],
    ['aws_security_group.name', 'sg-press'],
    ['aws_security_group.ingress.protocol', 'http tls any'],
    ['aws_cloudwatch_log_group.retention_in_days', '45 8 -1'],
    ['aws_lb_target_group.health_check.interval', '1 301'],
    ['aws_lb_target_group.slow_start', '10 901'],
    ['aws_eks_cluster.version', '1.3 1.29.4 v1.30'],
    ['aws_lambda_function.runtime', 'python nodejs18 Python3.9 python-3.9'],
    ['aws_db_instance.backup_window', '3:00-4:00 03:00'],
    ['aws_iam_role_policy_attachment.policy_arn', 'ReadOnlyAccess arn:aws:iam::1234:policy/a'],
  ])('%s: %s', (attribute, values) => {
    expect(values.split(' ').filter((value) => !refuses(attribute, value))).toEqual([]);
  });
});

test('a name as long as a file does not keep anybody waiting', () => {
  const long = ['a', 'a-', '.', 'AL2', '/a'].map((piece) => piece.repeat(50_000));
  const started = Date.now();
  for (const attributes of Object.values(ALLOWED_VALUES))
    for (const allowed of new Set(Object.values(attributes))) for (const value of long) judgeValue(value, allowed);

  expect(Date.now() - started).toBeLessThan(5000);
});

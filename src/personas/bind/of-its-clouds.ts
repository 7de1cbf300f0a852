import type { Word } from './words-of.ts';

const CLOUDS = [
  'aws',
  'azure',
  'gcp',
  'digitalocean',
  'alicloud',
  'tencentcloud',
  'nifcloud',
  'openstack',
  'databricks',
] as const;
type Cloud = (typeof CLOUDS)[number];

/** Words that name a cloud. */
const CLOUD_NAMES: ReadonlyMap<string, Cloud> = new Map(
  Object.entries({
    aws: [
      'aws',
      'amazon',
      's3',
      'rds',
      'ebs',
      'eks',
      'ec2',
      'sqs',
      'sns',
      'dynamodb',
      'cloudfront',
      'aurora',
      'msk',
      'lambda',
    ],
    azure: ['azure', 'aks', 'blob'],
    gcp: ['gcp', 'google', 'gcs', 'gke', 'bigquery'],
    digitalocean: ['digitalocean'],
    alicloud: ['alicloud', 'alibaba'],
    tencentcloud: ['tencentcloud', 'tencent'],
    nifcloud: ['nifcloud'],
    openstack: ['openstack'],
    databricks: ['databricks'],
  }).flatMap(([cloud, names]) => names.map((name) => [name, cloud as Cloud] as const)),
);

const DATABASES = [
  'rds',
  'docdb',
  'neptune',
  'redshift',
  'dax',
  'sql',
  'postgresql',
  'database',
  'dynamodb',
  'cosmos',
  'flexible',
];
const BUCKETS = ['s3', 'storage', 'spaces', 'blob', 'oss'];
const VOLUMES = ['ebs', 'volume', 'disk', 'ami'];
const BALANCERS = ['lb', 'elb', 'alb'];

/** What an item may name, by its stem, and the words of ids that stand for it. */
const SERVICES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    database: DATABASES,
    sql: DATABASES,
    postgr: DATABASES,
    postgresql: DATABASES,
    mysql: DATABASES,
    aurora: ['rds'],
    bucket: BUCKETS,
    blob: BUCKETS,
    volum: VOLUMES,
    disk: VOLUMES,
    balancer: BALANCERS,
    queue: ['sqs', 'mq'],
    topic: ['sns'],
    redis: ['redis', 'elasticache'],
    kafka: ['msk'],
    elasticsearch: ['opensearch'],
    function: ['lambda'],
    ...Object.fromEntries(
      's3 rds ebs efs sqs sns eks ecr ecs msk dynamodb redshift kinesis lambda opensearch elasticache neptune docdb cloudfront athena glue sagemaker aks gke bigquery kms oss'
        .split(' ')
        .map((name) => [name, [name]]),
    ),
  }),
);

/** An item that names a cloud or a service does not speak of the others. Rules of no cloud stay. */
export function ofItsClouds<B extends { readonly rule: string }>(
  bindings: readonly B[],
  words: readonly Word[],
): readonly B[] {
  const clouds = new Set(words.flatMap((word) => CLOUD_NAMES.get(word.text) ?? []));
  const services = words.flatMap((word) => SERVICES.get(word.stem) ?? []);
  return bindings.filter(({ rule }) => {
    const [first = '', ...rest] = rule.split('-');
    if (!(CLOUDS as readonly string[]).includes(first)) return true;
    if (clouds.size > 0 && !clouds.has(first as Cloud)) return false;
    return services.length === 0 || rest.some((word) => services.includes(word));
  });
}

import type { ValueTable } from './allowed.ts';
import { applications } from './tables/applications.ts';
import { compute } from './tables/compute.ts';
import { containers } from './tables/containers.ts';
import { databases } from './tables/databases.ts';
import { governance } from './tables/governance.ts';
import { identity } from './tables/identity.ts';
import { messaging } from './tables/messaging.ts';
import { network } from './tables/network.ts';
import { operations } from './tables/operations.ts';
import { storage } from './tables/storage.ts';

/** What AWS takes, by resource type and attribute. */
export const ALLOWED_VALUES: ValueTable = {
  ...applications,
  ...compute,
  ...containers,
  ...databases,
  ...governance,
  ...identity,
  ...messaging,
  ...network,
  ...operations,
  ...storage,
};

/** Names that tflint has for the same, other than by the attribute. */
const OTHER_NAMES = [
  'aws_instance_invalid_type',
  'aws_launch_configuration_invalid_type',
  'aws_db_instance_invalid_type',
  'aws_elasticache_cluster_invalid_type',
  'aws_elasticache_replication_group_invalid_type',
  'aws_s3_bucket_name',
  'aws_elastic_beanstalk_environment_invalid_name_format',
];

/** The rules of tflint that the table answers: one for each attribute outside of blocks. */
export const TFLINT_RULES: readonly string[] = [
  ...OTHER_NAMES,
  ...Object.entries(ALLOWED_VALUES).flatMap(([type, attributes]) =>
    Object.keys(attributes)
      .filter((path) => !path.includes('.'))
      .map((name) => `${type}_invalid_${name}`),
  ),
];

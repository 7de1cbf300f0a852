import { attribute, blocksOf, type HclAttribute, type HclBlock } from '../../../documents/terraform.ts';
import type { ModuleScope } from '../modules/module-scope.ts';

/** A setting that keeps a resource, or its data, from being deleted. */
export interface Protection {
  /** `prevent_destroy`, `deletion_protection`... */
  readonly name: string;
  readonly state: 'on' | 'off' | 'unknown';
  /** Where it is set; absent where the provider's default holds. */
  readonly given?: HclAttribute;
  readonly byDefault: boolean;
  /** What switches it on, as HCL text. */
  readonly safe: string;
}

interface Setting {
  readonly types: RegExp;
  readonly name: string;
  /** HCL text of the value that protects. */
  readonly safe: string;
  /** What holds where it is not set. */
  readonly absent: 'on' | 'off';
}

// As the providers have it, as known in November 2026: aws 6, google 7, azurerm 4.
const SETTINGS: readonly Setting[] = [
  {
    types: /^aws_(db_instance|rds_cluster|rds_global_cluster|docdb_cluster|neptune_cluster|eks_cluster|qldb_ledger)$/,
    name: 'deletion_protection',
    safe: 'true',
    absent: 'off',
  },
  { types: /^aws_cognito_user_pool$/, name: 'deletion_protection', safe: '"ACTIVE"', absent: 'off' },
  { types: /^aws_(lb|alb)$/, name: 'enable_deletion_protection', safe: 'true', absent: 'off' },
  { types: /^aws_dynamodb_table$/, name: 'deletion_protection_enabled', safe: 'true', absent: 'off' },
  { types: /^aws_instance$/, name: 'disable_api_termination', safe: 'true', absent: 'off' },
  {
    types: /^aws_(db_instance|rds_cluster|docdb_cluster|neptune_cluster|redshift_cluster)$/,
    name: 'skip_final_snapshot',
    safe: 'false',
    absent: 'on',
  },
  {
    types: /^(aws_(s3_bucket|s3_directory_bucket|backup_vault|transfer_server)|google_storage_bucket)$/,
    name: 'force_destroy',
    safe: 'false',
    absent: 'on',
  },
  { types: /^aws_ecr_repository$/, name: 'force_delete', safe: 'false', absent: 'on' },
  {
    types:
      /^google_(sql_database_instance|container_cluster|bigquery_table|spanner_database|bigtable_instance|alloydb_cluster|cloud_run_v2_(service|job))$/,
    name: 'deletion_protection',
    safe: 'true',
    absent: 'on',
  },
  {
    types: /^google_(compute_instance|secret_manager_secret)$/,
    name: 'deletion_protection',
    safe: 'true',
    absent: 'off',
  },
  { types: /^google_redis_cluster$/, name: 'deletion_protection_enabled', safe: 'true', absent: 'on' },
  { types: /^google_project$/, name: 'deletion_policy', safe: '"PREVENT"', absent: 'on' },
  {
    types: /^google_(firestore_database)$/,
    name: 'delete_protection_state',
    safe: '"DELETE_PROTECTION_ENABLED"',
    absent: 'off',
  },
  { types: /^azurerm_key_vault$/, name: 'purge_protection_enabled', safe: 'true', absent: 'off' },
  {
    types: /^mongodbatlas_(cluster|advanced_cluster)$/,
    name: 'termination_protection_enabled',
    safe: 'true',
    absent: 'off',
  },
];

/** Types whose loss is the loss of data or of the keys to it. */
const STATEFUL =
  /^(aws_(s3_bucket|s3_directory_bucket|db_instance|rds_|docdb_|neptune_|dynamodb_table|dynamodb_global_table|efs_file_system|fsx_|ebs_volume|kms_key|elasticache_|memorydb_|redshift_|opensearch_domain|elasticsearch_domain|ecr_repository|backup_vault|secretsmanager_secret|cognito_user_pool|qldb_ledger|timestreamwrite_|msk_cluster|kinesis_stream|glacier_vault)|google_(sql_|storage_bucket|bigquery_(table|dataset)|spanner_|bigtable_|alloydb_|filestore_instance|firestore_database|kms_|redis_|secret_manager_secret|artifact_registry_repository|compute_disk|project$)|azurerm_(storage_account|storage_container|storage_share|mssql_|sql_|postgresql_|mysql_|mariadb_|cosmosdb_|key_vault$|key_vault_key|redis_|managed_disk|container_registry|kusto_|data_lake)|mongodbatlas_)/;

export function isStateful(type: string): boolean {
  return STATEFUL.test(type);
}

/** Every protection that a resource can have, and how it stands. */
export function protectionsOf(block: HclBlock, scope: ModuleScope): readonly Protection[] {
  const type = block.labels[0]?.text ?? '';
  const lifecycle = blocksOf(block, 'lifecycle').map((one) => attribute(one, 'prevent_destroy'));
  const destroy = lifecycle.find((one) => one !== undefined);
  return [
    {
      name: 'prevent_destroy',
      ...stateOf(destroy, 'true', 'off', scope),
      ...(destroy ? { given: destroy } : {}),
      safe: 'true',
    },
    ...SETTINGS.filter(({ types }) => types.test(type)).map(({ name, safe, absent }) => {
      const given = attribute(block, name);
      return { name, ...stateOf(given, safe, absent, scope), ...(given ? { given } : {}), safe };
    }),
  ];
}

function stateOf(
  given: HclAttribute | undefined,
  safe: string,
  absent: 'on' | 'off',
  scope: ModuleScope,
): Pick<Protection, 'state' | 'byDefault'> {
  if (!given) return { state: absent, byDefault: false };
  const value = scope.resolve(given.value);
  if (!value.known) return { state: 'unknown', byDefault: false };
  return { state: String(value.value) === safe.replaceAll('"', '') ? 'on' : 'off', byDefault: value.byDefault };
}

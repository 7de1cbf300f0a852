/** A cloud service that nobody can use any more. */
export interface RetiredService {
  readonly name: string;
  /** What its resource types begin with, up to the end of a word. */
  readonly types: readonly string[];
  /** The day of its end, as YYYY-MM-DD. */
  readonly ended: string;
  /** What took its place, as the object of "use"; absent where the provider offers nothing like it. */
  readonly successor?: string;
}

/** As the clouds document it in November 2026. Types that only a newer major version of a provider leaves out do not count. */
const RETIRED: readonly RetiredService[] = [
  // https://docs.aws.amazon.com/opsworks/latest/userguide/welcome.html
  { name: 'AWS OpsWorks', types: ['aws_opsworks'], ended: '2024-05-26' },
  // https://docs.aws.amazon.com/qldb/latest/developerguide/document-history.html
  { name: 'Amazon QLDB', types: ['aws_qldb'], ended: '2025-07-31', successor: 'Aurora PostgreSQL' },
  // https://docs.aws.amazon.com/lex/latest/dg/what-is.html
  {
    name: 'Amazon Lex V1',
    types: ['aws_lex_bot', 'aws_lex_intent', 'aws_lex_slot_type'],
    ended: '2025-09-15',
    successor: 'the `aws_lexv2models_*` resources',
  },
  // https://docs.aws.amazon.com/elastictranscoder/latest/developerguide/introduction.html
  {
    name: 'Amazon Elastic Transcoder',
    types: ['aws_elastictranscoder'],
    ended: '2025-11-13',
    successor: 'MediaConvert (`aws_media_convert_queue`)',
  },
  // https://docs.aws.amazon.com/mediastore/latest/ug/what-is.html
  { name: 'AWS Elemental MediaStore', types: ['aws_media_store'], ended: '2025-11-13', successor: 'S3' },
  // https://learn.microsoft.com/azure/mysql/migrate/whats-happening-to-mysql-single-server
  {
    name: 'Azure Database for MySQL Single Server',
    types: singleServer('azurerm_mysql'),
    ended: '2024-09-16',
    successor: 'the `azurerm_mysql_flexible_*` resources',
  },
  // https://learn.microsoft.com/azure/postgresql/migrate/whats-happening-to-postgresql-single-server
  {
    name: 'Azure Database for PostgreSQL Single Server',
    types: singleServer('azurerm_postgresql'),
    ended: '2025-03-28',
    successor: 'the `azurerm_postgresql_flexible_*` resources',
  },
  // https://learn.microsoft.com/lifecycle/products/azure-database-for-mariadb
  {
    name: 'Azure Database for MariaDB',
    types: ['azurerm_mariadb'],
    ended: '2025-09-19',
    successor: 'the `azurerm_mysql_flexible_*` resources',
  },
  // https://learn.microsoft.com/lifecycle/products/azure-data-lake-storage-gen1
  {
    name: 'Azure Data Lake Storage Gen1',
    types: ['azurerm_data_lake_store'],
    ended: '2024-02-29',
    successor: '`azurerm_storage_data_lake_gen2_filesystem`',
  },
  {
    name: 'Azure Data Lake Analytics',
    types: ['azurerm_data_lake_analytics'],
    ended: '2024-02-29',
    successor: 'Synapse (`azurerm_synapse_workspace`)',
  },
  // https://learn.microsoft.com/lifecycle/products/azure-media-services
  { name: 'Azure Media Services', types: ['azurerm_media'], ended: '2024-06-30' },
  // https://cloud.google.com/artifact-registry/docs/transition/setup-gcr-repo
  {
    name: 'Google Container Registry',
    types: ['google_container_registry'],
    ended: '2025-03-18',
    successor: '`google_artifact_registry_repository`',
  },
  { name: 'Google Cloud IoT Core', types: ['google_cloudiot'], ended: '2023-08-16' },
  { name: 'Google Cloud Game Servers', types: ['google_game_services'], ended: '2023-06-30' },
];

/** The service of a resource type, where it is no more. */
export function retiredService(type: string): RetiredService | undefined {
  return RETIRED.find(({ types }) => types.some((one) => type === one || type.startsWith(`${one}_`)));
}

/** The types that are not those of its successor, whose names begin alike. */
function singleServer(prefix: string): readonly string[] {
  const parts = ['server', 'database', 'configuration', 'firewall_rule', 'virtual_network_rule'];
  return [...parts, 'active_directory_administrator'].map((part) => `${prefix}_${part}`);
}

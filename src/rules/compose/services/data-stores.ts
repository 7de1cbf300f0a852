/** What listens on a port by default, and asks for no password by default or is known for holes in what it asks. */
export const DATA_STORES: Readonly<Record<string, string>> = {
  '1433': 'SQL Server',
  '2375': 'the Docker API',
  '2379': 'etcd',
  '3306': 'MySQL',
  '5432': 'PostgreSQL',
  '6379': 'Redis',
  '8529': 'ArangoDB',
  '9042': 'Cassandra',
  '9200': 'Elasticsearch',
  '11211': 'Memcached',
  '27017': 'MongoDB',
};

import { type AppDiagnosis, failed, ok } from './diagnosis.ts';

const PATIENCE = 5000;
/** In one row: whether the queue's schema is there, and whether it can be made. */
const QUESTION = `SELECT current_setting('server_version') AS version,
  has_database_privilege(current_database(), 'CREATE') AS may_create,
  EXISTS (SELECT FROM pg_namespace WHERE nspname = 'pipewright') AS prepared`;

interface Row {
  readonly version: string;
  readonly may_create: boolean;
  readonly prepared: boolean;
}

/** Connects to the database. Of what it says when it refuses only the code is told: a message may hold an address. */
export async function checkDatabase(url: string): Promise<AppDiagnosis> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
  client.on('error', () => {});
  try {
    await client.connect();
    const [row] = (await client.query<Row>(QUESTION)).rows;
    if (row === undefined || row.prepared || row.may_create) {
      return ok(
        'database',
        `PostgreSQL ${row?.version ?? ''} answers${row?.prepared ? ', and its tables are there' : ''}`,
      );
    }
    return failed('database', 'the user may not make the schema `pipewright`. GRANT CREATE ON DATABASE to it.');
  } catch (error) {
    return failed('database', `${codeOf(error)}. ${remedyOf(codeOf(error))}`);
  } finally {
    await client.end().catch(() => {});
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer in time';
}

function remedyOf(code: string): string {
  if (/^28/.test(code))
    return 'The user or the password in DATABASE_URL is wrong; special characters are percent-encoded.';
  if (code === '3D000') return 'There is no such database. Create it, or name another in DATABASE_URL.';
  return 'The App refuses events while it has no database. Check the host and port in DATABASE_URL and the firewall.';
}

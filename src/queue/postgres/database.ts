import PgBoss from 'pg-boss';
import { CREATE_LEADER, QUEUE, SCHEMA } from './statements.ts';

/** A job whose process died this often is not tried again: it may be what kills them. */
const MAX_DEATHS = 5;
/** Milliseconds: GitHub waits ten seconds for the answer to a webhook. */
const PATIENCE = 4000;
/** Milliseconds between two attempts to reach a database that is not there at the start. */
const PAUSE = 1000;

/** Says why in a code such as `ECONNREFUSED` or PostgreSQL's `28P01`: a message may hold an address or a credential. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: string;

  constructor(code: string) {
    super(`The database did not do what it was asked: ${code}.`);
    this.code = code;
  }
}

export interface Database {
  /** Rows of one statement; throws a DatabaseError. */
  rows<Row>(statement: string, values: readonly unknown[]): Promise<readonly Row[]>;
  /** Adds a job; answers its id. */
  send(key: string, data: object): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens the database, and goes on trying while it is not there. Tables are made where they are missing. A job whose
 * process shows no life for `lease` seconds is given back.
 */
export function openDatabase(url: string, lease: number, onTrouble?: (reason: string) => void): Database {
  let boss: PgBoss | undefined;
  let closed = false;
  let lastFailure = 'it is just starting';

  async function open(): Promise<void> {
    while (!closed && boss === undefined) {
      // A pg-boss that failed to start does not start again.
      const candidate = bossFor(url, lease, onTrouble);
      try {
        await prepare(candidate);
        if (closed) await candidate.stop({ graceful: false });
        else boss = candidate;
      } catch (error) {
        lastFailure = codeOf(error);
        await candidate.stop({ graceful: false }).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, PAUSE).unref());
      }
    }
  }
  void open();

  async function reached<Answer>(ask: (boss: PgBoss) => Promise<Answer>): Promise<Answer> {
    if (boss === undefined) throw new DatabaseError(`not reached yet, ${lastFailure}`);
    try {
      return await ask(boss);
    } catch (error) {
      throw new DatabaseError(codeOf(error));
    }
  }

  return {
    rows: (statement, values) =>
      reached(async (opened) => (await again(() => opened.getDb().executeSql(statement, [...values]))).rows),
    send: (key, data) =>
      reached(async (opened) => {
        const id = await opened.send(QUEUE, data, { singletonKey: key, expireInSeconds: lease });
        if (id === null) throw new Error('the job was not added');
        return id;
      }),
    async close() {
      closed = true;
      await boss?.stop({ graceful: false }).catch(() => {});
    },
  };
}

/** PostgreSQL's codes for a statement that lost against another one: it did nothing, and may be tried again. */
const LOST = new Set(['40P01', '40001']);
const MAX_TRIES = 5;

async function again<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!LOST.has(codeOf(error)) || tries === MAX_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * tries));
    }
  }
}

function bossFor(url: string, lease: number, onTrouble?: (reason: string) => void): PgBoss {
  const pool = { max: 4, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE, keepAlive: true };
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'pipewright',
    schema: SCHEMA,
    schedule: false,
    maintenanceIntervalSeconds: Math.ceil(lease / 4),
    ...pool,
  });
  // Without a listener it would end the process. These errors carry the connection, so only their code is told.
  boss.on('error', (error) => onTrouble?.(codeOf(error)));
  return boss;
}

async function prepare(boss: PgBoss): Promise<void> {
  await boss.start();
  await boss.createQueue(QUEUE, {
    name: QUEUE,
    policy: 'singleton',
    retryLimit: MAX_DEATHS,
    retryDelay: 0,
  });
  await boss.getDb().executeSql(CREATE_LEADER, []);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no answer in time';
}

import { DatabaseError, openDatabase } from './database.ts';
import {
  BEAT,
  BEFORE_ADDING,
  CLAIM,
  COUNT,
  DROP_OLDER,
  DROP_WAITING,
  FINISH,
  HAND_BACK,
  HAS,
  LEAD,
  QUEUE,
  STEP_DOWN,
} from './statements.ts';

/** PostgreSQL's code for a row that a unique index does not allow. */
const UNIQUE_VIOLATION = '23505';

/** One attempt to do a job. A job that was given to another process has another attempt. */
export interface Attempt {
  readonly id: string;
  readonly attempt: number;
}

export interface Claimed<Work> extends Attempt {
  readonly key: string;
  /** Null: the key was cancelled while its job ran; there is nothing to do any more. */
  readonly work: Work | null;
}

/** The jobs in the database; everything but `close` throws a DatabaseError while it is out of reach. */
export interface JobStore<Work> {
  beforeAdding(key: string): Promise<{ readonly waiting: number; readonly replaces: boolean }>;
  /** Keeps a job; it replaces the waiting one of its key. */
  add(key: string, work: Work | null): Promise<void>;
  /** Takes the newest job whose key does not run; undefined when there is none. */
  claim(): Promise<Claimed<Work> | undefined>;
  /** Shows that these are alive; answers those that are still ours by id, and whether a newer job waits. */
  beat(mine: readonly Attempt[]): Promise<ReadonlyMap<string, { readonly superseded: boolean }>>;
  finish(done: Attempt): Promise<void>;
  handBack(undone: readonly Attempt[]): Promise<void>;
  /** Answers whether a job of the key runs. */
  dropWaiting(key: string): Promise<boolean>;
  has(key: string): Promise<boolean>;
  count(): Promise<{ readonly queued: number; readonly oldest: number }>;
  /** Whether this process leads for the next so many seconds. */
  lead(process: string, seconds: number): Promise<boolean>;
  stepDown(process: string): Promise<void>;
  close(): Promise<void>;
}

/** The store at an address such as `postgres://user:password@host/database`; the rest as in the queue's options. */
export function jobStore<Work>(url: string, lease: number, onTrouble?: (reason: string) => void): JobStore<Work> {
  const database = openDatabase(url, lease, onTrouble);

  async function row<Row>(statement: string, ...values: readonly unknown[]): Promise<Row> {
    const [first] = await database.rows<Row>(statement, values);
    if (first === undefined) throw new DatabaseError('no row');
    return first;
  }

  async function claim(): Promise<Claimed<Work> | undefined> {
    interface Row extends Attempt {
      readonly key: string;
      readonly data: { readonly work: Work | null };
    }
    try {
      const [claimed] = await database.rows<Row>(CLAIM, [QUEUE]);
      if (claimed === undefined) return undefined;
      const { data, ...rest } = claimed;
      return { ...rest, work: data.work };
    } catch (error) {
      if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) return undefined;
      throw error;
    }
  }

  return {
    claim,
    beforeAdding: (key) => row(BEFORE_ADDING, QUEUE, key),
    async add(key, work) {
      await database.rows(DROP_OLDER, [QUEUE, await database.send(key, { work })]);
    },
    async beat(mine) {
      interface Row {
        readonly id: string;
        readonly superseded: boolean;
      }
      return new Map((await database.rows<Row>(BEAT, [QUEUE, ...columns(mine)])).map(({ id, ...rest }) => [id, rest]));
    },
    async finish({ id, attempt }) {
      await database.rows(FINISH, [QUEUE, id, attempt]);
    },
    async handBack(undone) {
      await database.rows(HAND_BACK, [QUEUE, ...columns(undone)]);
    },
    dropWaiting: async (key) => (await row<{ readonly runs: boolean }>(DROP_WAITING, QUEUE, key)).runs,
    has: async (key) => (await row<{ readonly there: boolean }>(HAS, QUEUE, key)).there,
    count: () => row(COUNT, QUEUE),
    lead: async (process, seconds) => (await database.rows(LEAD, [process, seconds])).length > 0,
    async stepDown(process) {
      await database.rows(STEP_DOWN, [process]);
    },
    close: database.close,
  };
}

function columns(attempts: readonly Attempt[]): readonly [readonly string[], readonly number[]] {
  return [attempts.map(({ id }) => id), attempts.map(({ attempt }) => attempt)];
}

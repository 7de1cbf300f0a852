import { randomUUID } from 'node:crypto';
import type { Queue } from '../types.ts';
import { type Attempt, type Claimed, jobStore } from './postgres/job-store.ts';

export interface PostgresQueueOptions {
  /** Such as `postgres://user:password@host/database`. */
  readonly url: string;
  /** Jobs that run at the same time in this process. */
  readonly concurrency: number;
  /** Jobs that may wait, in all. */
  readonly capacity: number;
  /**
   * Seconds after which a process that shows no life has lost its jobs; another one takes them within half as long again.
   * Longer than a database's failover or a stalled process, shorter than anybody waits for a check.
   */
  readonly lease: number;
  /** Told of a job that threw, unless it was superseded or taken away. */
  readonly onError?: (key: string, error: unknown) => void;
  /** Told when the database is out of reach, with the reason, and when it is back. */
  readonly onReach?: (reached: boolean, reason?: string) => void;
  /** Told why jobs of dead processes could not be given back this time. */
  readonly onTrouble?: (reason: string) => void;
}

interface Running extends Attempt {
  readonly key: string;
  readonly abort: AbortController;
  /** It is over; the database has yet to hear of it. */
  over: boolean;
  /** It was stopped for want of the database, so it is to be done again. */
  undone: boolean;
}

type RunWork<Work> = (work: Work, signal: AbortSignal) => Promise<void>;

const NEWER = 'A newer job took its place.';
/** Milliseconds between two looks at the database. */
const LOOK = 500;
/** Milliseconds between two signs of life, which are also how a newer job elsewhere is noticed. */
const BEAT = 1000;

/**
 * A queue in PostgreSQL, for any number of processes. Between them it does what the memory queue does in one: the newest
 * job of a key takes the place of a waiting one and aborts a running one, within a second; two jobs of one key never run
 * at the same time; what came last is done first.
 */
export function postgresQueue<Work>(options: PostgresQueueOptions): Queue<Work> {
  const me = randomUUID();
  const store = jobStore<Work>(options.url, options.lease, options.onTrouble);
  const running = new Map<string, Running>();
  const counts = { done: 0, failed: 0 };
  let runWork: RunWork<Work> | undefined;
  let reached = false;
  let closed = false;
  let leading = false;
  let lastBeat = Date.now();
  let looking: Promise<void> | undefined;
  let lookAgain = false;

  async function look(): Promise<void> {
    lookAgain = true;
    looking ??= (async () => {
      while (lookAgain) {
        lookAgain = false;
        await lookOnce();
      }
    })().finally(() => {
      looking = undefined;
    });
    await looking;
  }

  async function lookOnce(): Promise<void> {
    try {
      for (const job of running.values()) if (job.over) await forget(job);
      if (Date.now() - lastBeat >= BEAT || !reached) await beat();
      await startWhatMayRun();
    } catch (error) {
      setReached(false, error instanceof Error ? error.message : String(error));
      // Before another process may take them.
      if (Date.now() - lastBeat > options.lease * 750) giveUp();
    }
  }

  function setReached(now: boolean, reason?: string): void {
    if (reached !== now) options.onReach?.(now, reason);
    reached = now;
    leading &&= now;
  }

  async function beat(): Promise<void> {
    const mine = [...running.values()];
    const ours = await store.beat(mine);
    for (const job of mine) {
      const known = ours.get(job.id);
      if (known === undefined) job.abort.abort(new Error('Another process took it over.'));
      else if (known.superseded) job.abort.abort(new Error(NEWER));
    }
    leading = !closed && (await store.lead(me, options.lease));
    lastBeat = Date.now();
    setReached(true);
  }

  function giveUp(): void {
    for (const job of running.values()) {
      if (job.over || job.abort.signal.aborted) continue;
      job.undone = true;
      job.abort.abort(new Error('The database was out of reach for too long.'));
    }
  }

  /** Taken one after the other: the database decides which is the newest that no other process has. */
  async function startWhatMayRun(): Promise<void> {
    while (runWork !== undefined && !closed && running.size < options.concurrency) {
      const job = await store.claim();
      if (job === undefined) return;
      if (job.work === null) await store.finish(job);
      else runJob({ ...job, work: job.work }, runWork);
    }
  }

  function runJob({ id, attempt, key, work }: Claimed<Work> & { readonly work: Work }, run: RunWork<Work>): void {
    const job: Running = { id, attempt, key, abort: new AbortController(), over: false, undone: false };
    running.set(id, job);
    run(work, job.abort.signal)
      .then(
        () => {
          counts.done += 1;
        },
        (error: unknown) => {
          if (job.abort.signal.aborted) return;
          counts.failed += 1;
          options.onError?.(key, error);
        },
      )
      .finally(() => {
        job.over = true;
        void look();
      });
  }

  async function forget(job: Running): Promise<void> {
    await (job.undone ? store.handBack([job]) : store.finish(job));
    running.delete(job.id);
  }

  /** What runs under a key by now; what is added meanwhile is not part of it. */
  function runningNow(key: string): readonly Running[] {
    return [...running.values()].filter((job) => job.key === key);
  }

  const timer = setInterval(() => void look(), LOOK);
  void look();

  return {
    async start(run) {
      runWork = run;
      void look();
    },
    async add({ key, work }) {
      if (closed) return false;
      const older = runningNow(key);
      try {
        const { waiting, replaces } = await store.beforeAdding(key);
        if (waiting >= options.capacity && !replaces) return false;
        await store.add(key, work);
      } catch {
        return false;
      }
      for (const { abort } of older) abort.abort(new Error(NEWER));
      void look();
      return true;
    },
    has: store.has,
    async cancel(key) {
      const here = runningNow(key);
      // Nothing to do, as the newest job: whoever runs the key learns of it as of any other.
      if (await store.dropWaiting(key)) await store.add(key, null);
      for (const { abort } of here) abort.abort(new Error('It is no longer wanted.'));
    },
    async counts() {
      return { ...(await store.count()), running: running.size, ...counts };
    },
    ready: () => reached && !closed,
    leads: () => leading,
    async close(graceMs) {
      closed = true;
      const deadline = Date.now() + graceMs;
      while (running.size > 0 && Date.now() < deadline) await pause(50);
      clearInterval(timer);
      await looking;
      const handedBack = await store.handBack([...running.values()]).then(
        () => true,
        // Then they are taken as those of a dead process are.
        () => false,
      );
      await store.stepDown(me).catch(() => {});
      await store.close();
      return handedBack || running.size === 0;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import type { Job, Queue } from '../types.ts';

export interface MemoryQueueOptions {
  /** Jobs that run at the same time. */
  readonly concurrency: number;
  /** Jobs that may wait. */
  readonly capacity: number;
  /** Told of a job that threw, unless it was superseded. */
  readonly onError?: (key: string, error: unknown) => void;
}

interface Running {
  readonly abort: AbortController;
  readonly settled: Promise<void>;
}

interface Waiting<Work> extends Job<Work> {
  /** Milliseconds since 1970. */
  readonly since: number;
}

type RunWork<Work> = (work: Work, signal: AbortSignal) => Promise<void>;

/**
 * A queue in memory. The newest job of a key takes the place of a waiting one and aborts a running one; two jobs of one
 * key never run at the same time. What came last is done first: people wait for what they have just pushed.
 */
export function memoryQueue<Work>(options: MemoryQueueOptions): Queue<Work> {
  const waiting = new Map<string, Waiting<Work>>();
  const running = new Map<string, Running>();
  let runWork: RunWork<Work> | undefined;
  let closed = false;
  let done = 0;
  let failed = 0;

  function startWhatMayRun(): void {
    if (runWork === undefined || running.size >= options.concurrency) return;
    for (const job of [...waiting.values()].reverse()) {
      if (closed || running.size >= options.concurrency) return;
      if (running.has(job.key)) continue;
      waiting.delete(job.key);
      const abort = new AbortController();
      running.set(job.key, { abort, settled: runJob(job, runWork, abort.signal) });
    }
  }

  async function runJob({ key, work }: Job<Work>, run: RunWork<Work>, signal: AbortSignal): Promise<void> {
    // Not before the caller of add() has returned: a webhook is answered first.
    await Promise.resolve();
    try {
      await run(work, signal);
      done += 1;
    } catch (error) {
      if (signal.aborted) return;
      failed += 1;
      options.onError?.(key, error);
    } finally {
      running.delete(key);
      startWhatMayRun();
    }
  }

  return {
    async start(run) {
      runWork = run;
      startWhatMayRun();
    },
    async add(job) {
      if (closed) return false;
      if (!waiting.has(job.key) && waiting.size >= options.capacity) return false;
      waiting.delete(job.key);
      waiting.set(job.key, { ...job, since: Date.now() });
      running.get(job.key)?.abort.abort(new Error('A newer job took its place.'));
      startWhatMayRun();
      return true;
    },
    has: async (key) => waiting.has(key) || running.has(key),
    async cancel(key) {
      waiting.delete(key);
      running.get(key)?.abort.abort(new Error('It is no longer wanted.'));
    },
    async counts() {
      const [first] = waiting.values();
      const oldest = first === undefined ? 0 : (Date.now() - first.since) / 1000;
      return { queued: waiting.size, running: running.size, done, failed, oldest };
    },
    ready: () => !closed,
    leads: () => true,
    async close(graceMs) {
      closed = true;
      waiting.clear();
      const settled = Promise.all([...running.values()].map(({ settled }) => settled));
      await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
      return running.size === 0;
    },
  };
}

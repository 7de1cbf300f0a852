import type { Job, Queue } from '../types.ts';

export interface QueueCounts {
  readonly queued: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
}

export interface MemoryQueue extends Queue {
  /** Whether a job with this key waits or runs. */
  has(key: string): boolean;
  /** Drops the waiting job of a key and aborts the running one. */
  cancel(key: string): void;
  counts(): QueueCounts;
}

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

/**
 * A queue in memory. The newest job of a key takes the place of a waiting one and aborts a running one; two jobs of one
 * key never run at the same time.
 */
export function memoryQueue(options: MemoryQueueOptions): MemoryQueue {
  const waiting = new Map<string, Job>();
  const running = new Map<string, Running>();
  let closed = false;
  let done = 0;
  let failed = 0;

  function startWhatMayRun(): void {
    for (const [key, job] of waiting) {
      if (closed || running.size >= options.concurrency) return;
      if (running.has(key)) continue;
      waiting.delete(key);
      const abort = new AbortController();
      running.set(key, { abort, settled: runJob(job, abort.signal) });
    }
  }

  async function runJob(job: Job, signal: AbortSignal): Promise<void> {
    // Not before the caller of add() has returned: a webhook is answered first.
    await Promise.resolve();
    try {
      await job.run(signal);
      done += 1;
    } catch (error) {
      if (signal.aborted) return;
      failed += 1;
      options.onError?.(job.key, error);
    } finally {
      running.delete(job.key);
      startWhatMayRun();
    }
  }

  return {
    add(job) {
      if (closed) return false;
      if (!waiting.has(job.key) && waiting.size >= options.capacity) return false;
      waiting.set(job.key, job);
      running.get(job.key)?.abort.abort(new Error('A newer job took its place.'));
      startWhatMayRun();
      return true;
    },
    has: (key) => waiting.has(key) || running.has(key),
    cancel(key) {
      waiting.delete(key);
      running.get(key)?.abort.abort(new Error('It is no longer wanted.'));
    },
    counts: () => ({ queued: waiting.size, running: running.size, done, failed }),
    get size() {
      return waiting.size + running.size;
    },
    async close() {
      closed = true;
      waiting.clear();
      await Promise.all([...running.values()].map(({ settled }) => settled));
    },
  };
}

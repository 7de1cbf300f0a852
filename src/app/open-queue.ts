import { memoryQueue } from '../queue/memory-queue.ts';
import type { Queue } from '../types.ts';
import type { Log } from './log.ts';
import type { AppSettings } from './settings.ts';
import type { Work } from './work.ts';

/** The queue that the settings name. PostgreSQL's client is loaded only for it, and what it logs holds no address. */
export async function openQueue(settings: AppSettings, log: Log): Promise<Queue<Work>> {
  // What fails in a job tells it itself, with its delivery: doWork.
  const options = {
    concurrency: settings.concurrency,
    capacity: settings.queueCapacity,
  };
  if (settings.databaseUrl === undefined) return memoryQueue<Work>(options);
  const { postgresQueue } = await import('../queue/postgres-queue.ts');
  return postgresQueue<Work>({
    ...options,
    url: settings.databaseUrl,
    lease: settings.takeoverSeconds,
    onTrouble: (reason) => log.warn({ reason }, 'the database failed at giving back the jobs of dead processes'),
    onReach: (reached, reason) =>
      reached ? log.info({}, 'queue reached') : log.warn({ reason }, 'queue out of reach; no work is taken meanwhile'),
  });
}

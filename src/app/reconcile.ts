import { enqueueUnchecked } from './enqueue-unchecked.ts';
import { redeliverFailures } from './redeliver-failures.ts';
import type { Service } from './service.ts';

/** Milliseconds. */
const INTERVAL = 60 * 60_000;
/** Heads that are known to be concluded; beyond, they are asked for once more. */
const MAX_REMEMBERED = 100_000;
/** Milliseconds between two looks whether this process leads by now. */
const LOOK = 1000;

/**
 * Finds work that was lost, when this process begins to lead and every hour: GitHub repeats no webhook by itself, and
 * a queue in memory dies with its process.
 */
export function startReconciler(service: Service): { stop(): void } {
  const concluded = new Set<string>();
  let last = -INTERVAL;
  let underWay = false;
  const look = async () => {
    if (!service.queue.leads()) {
      last = -INTERVAL;
      return;
    }
    if (underWay || performance.now() - last < INTERVAL) return;
    underWay = true;
    if (concluded.size > MAX_REMEMBERED) concluded.clear();
    last = performance.now();
    await attempt(service, 'deliveries', () => redeliverFailures(service));
    await attempt(service, 'checks', () => enqueueUnchecked(service, concluded));
    underWay = false;
  };
  void look();
  const timer = setInterval(() => void look(), LOOK);
  return { stop: () => clearInterval(timer) };
}

async function attempt(service: Service, what: string, work: () => Promise<number>): Promise<void> {
  try {
    const found = await work();
    service.log.info({ what, found }, 'reconciled');
  } catch (error) {
    service.log.warn({ what, err: error }, 'reconciling failed; tried again in an hour');
  }
}

import { enqueueUncheckedPulls } from './enqueue-unchecked-pulls.ts';
import { redeliverFailures } from './redeliver-failures.ts';
import type { Service } from './service.ts';

/** Milliseconds. */
const INTERVAL = 60 * 60_000;

/** Finds work that was lost, now and every hour: GitHub repeats no webhook by itself, and the queue lives in memory. */
export function startReconciler(service: Service): { stop(): void } {
  const reconcile = async () => {
    await attempt(service, 'deliveries', () => redeliverFailures(service));
    await attempt(service, 'pulls', () => enqueueUncheckedPulls(service));
  };
  void reconcile();
  const timer = setInterval(() => void reconcile(), INTERVAL);
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

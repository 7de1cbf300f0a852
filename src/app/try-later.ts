import { secondsUntilAllowed } from '../github/requests/rate-limit.ts';
import type { Job } from '../types.ts';
import type { Service } from './service.ts';
import type { Work } from './work.ts';

/** Coming back more often would be no review but a siege. */
const MAX_TRIES = 3;
/** GitHub's limits are over after an hour. */
const LONGEST_SECONDS = 3660;

/** Seconds after which work that failed is done again: only where GitHub takes nothing for now, and not for ever. */
export function secondsToWait({ tries = 0 }: Work, error: unknown): number | undefined {
  const seconds = secondsUntilAllowed(error);
  return seconds === undefined || tries >= MAX_TRIES ? undefined : Math.min(seconds, LONGEST_SECONDS);
}

/**
 * Puts a job back into the queue when GitHub's limit is over; its place is free until then. A process that ends
 * meanwhile loses it, and the next one finds the check that is still in progress.
 */
export function tryLater(service: Service, { key, work }: Job<Work>, seconds: number): void {
  service.log.warn({ key, seconds }, 'the rate limit is used up; tried again when it is over');
  const add = async () => {
    // A newer event has come for the same, or the reconciler found it.
    if (await service.queue.has(key)) return;
    if (await service.queue.add({ key, work: { ...work, tries: (work.tries ?? 0) + 1 } })) return;
    service.log.warn({ key }, 'the queue is full; left to the reconciler');
  };
  const failed = (error: unknown) => service.log.warn({ key, err: error }, 'not put back into the queue');
  (service.after ?? timer)(seconds, () => void add().catch(failed));
}

function timer(seconds: number, work: () => void): void {
  setTimeout(work, seconds * 1000).unref();
}

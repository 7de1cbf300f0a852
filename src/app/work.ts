import type { Job } from '../types.ts';
import { rerun } from './rerun.ts';
import { review } from './review.ts';
import { keyOf, type ReviewTarget } from './review-target.ts';
import type { Service } from './service.ts';

/** Where something is to be done, and on which commit. */
export type Place = Pick<ReviewTarget, 'installation' | 'owner' | 'repo' | 'headSha'>;

/** What the App can be asked to do. */
export type Work =
  | { readonly do: 'review'; readonly target: ReviewTarget }
  | { readonly do: 'rerun'; readonly place: Place; readonly externalId?: string };

/** A review of a target, superseded by the next one of the same pull request. */
export function reviewJob(target: ReviewTarget): Job<Work> {
  return { key: keyOf(target), work: { do: 'review', target } };
}

/** Another review of what stands on a commit; `externalId` is that of the check run whose button was pressed. */
export function rerunJob(place: Place, externalId?: string | null): Job<Work> {
  const key = `rerun/${place.owner}/${place.repo}@${place.headSha}`.toLowerCase();
  return { key, work: { do: 'rerun', place, ...(externalId ? { externalId } : {}) } };
}

/** Does one piece of work. */
export async function doWork(service: Service, work: Work, signal: AbortSignal): Promise<void> {
  if (work.do === 'review') return await review(service, work.target, signal);
  for (const target of await rerun(service, work.place, work.externalId)) {
    if (!(await service.queue.add(reviewJob(target)))) throw new Error('The queue is full.');
  }
}

import type { Job } from '../types.ts';
import { type ButtonRequest, runButton } from './buttons/run-button.ts';
import { type CommandRequest, runCommand } from './commands/run-command.ts';
import { rerun } from './rerun.ts';
import { review } from './review.ts';
import { keyOf, type ReviewTarget } from './review-target.ts';
import type { Service } from './service.ts';

/** Where something is to be done, and on which commit. */
export type Place = Pick<ReviewTarget, 'installation' | 'owner' | 'repo' | 'headSha'>;

/** What the App can be asked to do. */
export type Work =
  | { readonly do: 'review'; readonly target: ReviewTarget }
  | { readonly do: 'rerun'; readonly place: Place; readonly externalId?: string }
  | { readonly do: 'command'; readonly request: CommandRequest }
  | { readonly do: 'button'; readonly request: ButtonRequest };

/** A review of a target, superseded by the next one of the same pull request. */
export function reviewJob(target: ReviewTarget): Job<Work> {
  return { key: keyOf(target), work: { do: 'review', target } };
}

/** Another review of what stands on a commit; `externalId` is that of the check run whose button was pressed. */
export function rerunJob(place: Place, externalId?: string | null): Job<Work> {
  const key = `rerun/${place.owner}/${place.repo}@${place.headSha}`.toLowerCase();
  return { key, work: { do: 'rerun', place, ...(externalId ? { externalId } : {}) } };
}

/** What a comment asks for; a delivery that comes twice is one job. */
export function commandJob(request: CommandRequest): Job<Work> {
  const { owner, repo, comment } = request;
  const kind = comment.thread === undefined ? 'issue' : 'line';
  return { key: `command/${owner}/${repo}/${kind}/${comment.id}`.toLowerCase(), work: { do: 'command', request } };
}

/** What a button asks for; pressed twice, it is done once. */
export function buttonJob(request: ButtonRequest): Job<Work> {
  const { owner, repo } = request.place;
  return { key: `button/${owner}/${repo}/${request.checkRun}/${request.button}`, work: { do: 'button', request } };
}

/** Does one piece of work. */
export async function doWork(service: Service, work: Work, signal: AbortSignal): Promise<void> {
  if (work.do === 'review') return await review(service, work.target, signal);
  if (work.do === 'button') return await runButton(service, work.request, signal);
  if (work.do === 'command') return await runCommand(service, work.request, signal);
  for (const target of await rerun(service, work.place, work.externalId)) {
    if (!(await service.queue.add(reviewJob(target)))) throw new Error('The queue is full.');
  }
}

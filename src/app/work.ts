import type { Job } from '../types.ts';
import { type ButtonRequest, runButton } from './buttons/run-button.ts';
import { type CommandRequest, runCommand } from './commands/run-command.ts';
import { failureKind } from './failure-kind.ts';
import { isShutOut } from './is-gone.ts';
import { plainError } from './logging/plain-error.ts';
import { rerun } from './rerun.ts';
import { review } from './review.ts';
import { keyOf, type ReviewTarget } from './review-target.ts';
import type { Service } from './service.ts';
import { secondsToWait, tryLater } from './try-later.ts';

/** Where something is to be done, and on which commit. */
export type Place = Pick<ReviewTarget, 'installation' | 'owner' | 'repo' | 'headSha'>;

/** What the App can be asked to do. */
export type Work = Deed & {
  /** The id of the webhook that asked for it, so that its lines in the log are found; absent for what was found again. */
  readonly delivery?: string;
  /** How often it was put back because GitHub's rate limit was used up. */
  readonly tries?: number;
};

type Deed =
  | {
      readonly do: 'review';
      readonly target: ReviewTarget;
      /** Somebody asked for it again, so it is done on a closed pull request too. */
      readonly again?: true;
    }
  | { readonly do: 'rerun'; readonly place: Place; readonly externalId?: string }
  | { readonly do: 'command'; readonly request: CommandRequest }
  | { readonly do: 'button'; readonly request: ButtonRequest };

/** A review of a target, superseded by the next one of the same pull request. */
export function reviewJob(target: ReviewTarget, again = false): Job<Work> {
  return { key: keyOf(target), work: { do: 'review', target, ...(again ? { again } : {}) } };
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

/** Does one piece of work, and tells how it ended. */
export async function doWork(service: Service, work: Work, signal: AbortSignal): Promise<void> {
  const job = forWork(service, work);
  const started = performance.now();
  const ended = (outcome: 'done' | 'failed' | 'superseded') =>
    service.meters.job(work.do, outcome, (performance.now() - started) / 1000);
  try {
    await doOrTryLater(job, work, signal);
    ended('done');
  } catch (error) {
    ended(signal.aborted ? 'superseded' : 'failed');
    if (!signal.aborted) {
      service.meters.failure(failureKind(error));
      job.log.error({ err: error }, 'job failed');
    }
    throw error;
  }
}

/** The service with the job's fields on every line, whose further jobs belong to the same delivery. */
function forWork(service: Service, work: Work): Service {
  const job = service.forJob(jobFields(work));
  const { delivery } = work;
  if (delivery === undefined) return job;
  const add = (further: Job<Work>) => job.queue.add({ ...further, work: { ...further.work, delivery } });
  return { ...job, queue: { ...job.queue, add } };
}

/** Later where GitHub takes no requests for now, and not where there is nothing left to do. */
async function doOrTryLater(service: Service, work: Work, signal: AbortSignal): Promise<void> {
  try {
    await carryOut(service, work, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const seconds = secondsToWait(work, error);
    if (seconds !== undefined) return tryLater(service, { ...jobOf(work), work }, seconds);
    if (!isShutOut(error)) throw error;
    service.log.info({ err: error }, 'left: the App is not installed there any more');
  }
}

async function carryOut(service: Service, work: Work, signal: AbortSignal): Promise<void> {
  if (work.do === 'review') return await review(service, work, signal);
  if (work.do === 'button') return await runButton(service, work.request, signal);
  if (work.do === 'command') return await runCommand(service, work.request, signal);
  for (const target of await rerun(service, work.place, work.externalId)) {
    if (!(await service.queue.add(reviewJob(target, true)))) throw plainError('The queue is full.', QUEUE_FULL);
  }
}

/** How an error says that a job was not taken. */
export const QUEUE_FULL = { name: 'QueueFullError' } as const;

/** What the log says of a job: where, never what. */
export function jobFields(work: Work): object {
  const place = work.do === 'review' ? work.target : work.do === 'rerun' ? work.place : placeOf(work.request);
  const { installation, owner, repo } = place;
  return {
    do: work.do,
    ...(work.delivery === undefined ? {} : { delivery: work.delivery }),
    installation,
    repository: `${owner}/${repo}`,
    ...('number' in place ? { pull: place.number } : {}),
    ...('headSha' in place ? { sha: place.headSha } : {}),
  };
}

function placeOf(request: CommandRequest | ButtonRequest) {
  return 'place' in request ? request.place : request;
}

function jobOf(work: Work): Job<Work> {
  if (work.do === 'review') return reviewJob(work.target);
  if (work.do === 'rerun') return rerunJob(work.place, work.externalId);
  return work.do === 'command' ? commandJob(work.request) : buttonJob(work.request);
}

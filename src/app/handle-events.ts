import type { Probot } from 'probot';
import type { ButtonId } from '../github/checks/buttons.ts';
import type { Job } from '../types.ts';
import { parseCommand } from './commands/parse-command.ts';
import { plainError } from './logging/plain-error.ts';
import { keyOf } from './review-target.ts';
import type { Service } from './service.ts';
import { buttonJob, commandJob, jobFields, QUEUE_FULL, rerunJob, reviewJob, type Work } from './work.ts';

/** Registers what the App does on which event. Handlers only enqueue: GitHub waits ten seconds for the answer. */
export function handleEvents(app: Probot, service: Service): void {
  app.on(
    [
      'pull_request.opened',
      'pull_request.synchronize',
      'pull_request.reopened',
      'pull_request.ready_for_review',
      'pull_request.converted_to_draft',
    ],
    async ({ id, payload }) => enqueue(service, id, reviewJob(pullTarget(payload))),
  );
  app.on('pull_request.edited', async ({ id, payload }) => {
    // Title and body change nothing that is reviewed; another base changes everything.
    if (payload.changes.base !== undefined) await enqueue(service, id, reviewJob(pullTarget(payload)));
  });
  app.on('pull_request.closed', async ({ payload }) => service.queue.cancel(keyOf(pullTarget(payload))));
  app.on('merge_group.checks_requested', async ({ id, payload }) =>
    enqueue(service, id, reviewJob(groupTarget(payload))),
  );
  app.on('merge_group.destroyed', async ({ payload }) => service.queue.cancel(keyOf(groupTarget(payload))));
  app.on('check_run.rerequested', async ({ id, payload }) => {
    const { head_sha: headSha, external_id: externalId } = payload.check_run;
    await enqueue(service, id, rerunJob({ ...repositoryOf(payload), headSha }, externalId));
  });
  app.on('check_suite.rerequested', async ({ id, payload }) =>
    enqueue(service, id, rerunJob({ ...repositoryOf(payload), headSha: payload.check_suite.head_sha })),
  );
  app.on('check_run.requested_action', async ({ id, payload }) => {
    const { id: checkRun, head_sha: headSha, external_id: externalId } = payload.check_run;
    const button = BUTTONS.find((known) => known === payload.requested_action?.identifier);
    if (button === undefined) return;
    const place = { ...repositoryOf(payload), headSha };
    const who = { checkRun, button, login: payload.sender.login };
    await enqueue(service, id, buttonJob({ place, ...who, ...(externalId ? { externalId } : {}) }));
  });
  listenToCommands(app, service);
  listenToTakingBack(app, service);
}

const BUTTONS: readonly ButtonId[] = ['apply-fixes', 'explain', 'review-again'];

/** Only when it is written: what is edited was carried out already, or was something else. */
function listenToCommands(app: Probot, service: Service): void {
  app.on('issue_comment.created', async ({ id, payload }) => {
    const { issue, comment } = payload;
    if (issue.pull_request === undefined || !isCommand(comment)) return;
    const { id: written, user, body } = comment;
    const place = { ...repositoryOf(payload), number: issue.number };
    const request = { ...place, comment: { id: written }, login: user?.login ?? '', body };
    await enqueue(service, id, commandJob(request));
  });
  app.on('pull_request_review_comment.created', async ({ id, payload }) => {
    const { pull_request: pull, comment } = payload;
    if (!isCommand(comment)) return;
    const { id: written, user, body, in_reply_to_id: thread = written } = comment;
    const request = {
      ...repositoryOf(payload),
      number: pull.number,
      comment: { id: written, thread },
      login: user?.login ?? '',
      body,
    };
    await enqueue(service, id, commandJob(request));
  });
}

/** Our answers are the record of what was accepted: when one goes, or is changed, the pull request is looked at again. */
function listenToTakingBack(app: Probot, service: Service): void {
  app.on(['issue_comment.deleted', 'issue_comment.edited'], async ({ id, payload }) => {
    const { issue } = payload;
    if (issue.pull_request === undefined || !isRecord(payload)) return;
    // The event does not say the head; the review asks for it.
    await enqueue(service, id, reviewJob({ ...repositoryOf(payload), number: issue.number, headSha: '' }));
  });
  app.on(['pull_request_review_comment.deleted', 'pull_request_review_comment.edited'], async ({ id, payload }) => {
    const { number, head } = payload.pull_request;
    if (isRecord(payload))
      await enqueue(service, id, reviewJob({ ...repositoryOf(payload), number, headSha: head.sha }));
  });
}

interface CommentChange {
  readonly comment: { readonly body: string; readonly user: { readonly type?: string } | null };
  readonly changes?: { readonly body?: { readonly from: string } };
}

/** Whether a bot's comment says, or said, that something was accepted; whether it is true is for the review. */
function isRecord({ comment, changes }: CommentChange): boolean {
  if (comment.user?.type !== 'Bot') return false;
  return [comment.body, changes?.body?.from].some((body) => body?.includes('<!-- pipewright waived '));
}

/** Bots do not command us, ourselves least of all. */
function isCommand({
  body,
  user,
}: {
  readonly body: string;
  readonly user: { readonly type?: string } | null;
}): boolean {
  return user?.type !== 'Bot' && parseCommand(body) !== undefined;
}

interface AnyPayload {
  readonly installation?: { readonly id: number };
  readonly repository?: { readonly name: string; readonly owner: { readonly login: string } };
}

/** Without an installation Probot would go on with a client that has no rights at all. */
function repositoryOf({ installation, repository }: AnyPayload) {
  if (installation === undefined || repository === undefined) {
    throw plainError('The event names no installation or repository; only App webhooks are accepted.', {
      status: 400,
    });
  }
  return { installation: installation.id, owner: repository.owner.login, repo: repository.name };
}

function pullTarget(
  payload: AnyPayload & {
    readonly pull_request: { readonly number: number; readonly head: { readonly sha: string } };
    readonly before?: unknown;
  },
) {
  const { number, head } = payload.pull_request;
  const { before } = payload;
  return {
    ...repositoryOf(payload),
    number,
    headSha: head.sha,
    ...(typeof before === 'string' && /^[0-9a-f]{40}$/.test(before) ? { before } : {}),
  };
}

function groupTarget(
  payload: AnyPayload & { readonly merge_group: { readonly base_sha: string; readonly head_sha: string } },
) {
  const { base_sha: baseSha, head_sha: headSha } = payload.merge_group;
  return { ...repositoryOf(payload), baseSha, headSha };
}

/** A full queue fails the delivery, so that GitHub keeps it and the reconciler asks for it again. */
async function enqueue(service: Service, delivery: string, job: Job<Work>): Promise<void> {
  const work = { ...job.work, ...(DELIVERY.test(delivery) ? { delivery } : {}) };
  service.log.debug(jobFields(work), 'enqueued');
  if (await service.queue.add({ ...job, work })) return;
  throw plainError('The queue is full or closing; the event is asked for again later.', { ...QUEUE_FULL, status: 503 });
}

/** A GUID today; it is a header that somebody sent, and it will stand in the log. */
const DELIVERY = /^[\w-]{1,64}$/;

import { payloadText, payloadValue } from './payload-value.ts';

/** What an event asks for. */
export type ActionTask =
  | { readonly task: 'pull-request'; readonly number: number }
  | { readonly task: 'range'; readonly base: string; readonly head: string }
  | { readonly task: 'publish'; readonly run: ReviewedRun }
  | { readonly task: 'scan'; readonly sha: string }
  | { readonly task: 'nothing'; readonly reason: string }
  | { readonly task: 'unsupported'; readonly reason: string };

/** The run that a `workflow_run` follows, as GitHub tells it: nothing of it comes from that run's own files. */
export interface ReviewedRun {
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name` of the repository that the head lives in; a fork's for a pull request from a fork. */
  readonly headRepository: string;
}

const NO_COMMIT = /^0+$/;

/** Reads the event that started the workflow. `sha` is GITHUB_SHA. */
export function actionTask(event: string, payload: Readonly<Record<string, unknown>>, sha: string): ActionTask {
  switch (event) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
      return pullRequest(payload);
    case 'workflow_run':
      return afterRun(payload);
    case 'merge_group':
      return range(payloadText(payload, 'merge_group', 'base_sha'), payloadText(payload, 'merge_group', 'head_sha'));
    case 'push':
      return push(payload);
    case 'schedule':
    case 'workflow_dispatch':
      return { task: 'scan', sha };
    default:
      return {
        task: 'unsupported',
        reason: `Pipewright does not know what to review on the event \`${event}\`, which names no change. Run it on pull_request, pull_request_target, pull_request_review, workflow_run, merge_group, push, schedule or workflow_dispatch.`,
      };
  }
}

function pullRequest(payload: Readonly<Record<string, unknown>>): ActionTask {
  const number = payloadValue(payload, 'pull_request', 'number');
  return typeof number === 'number' ? { task: 'pull-request', number } : missing('pull_request.number');
}

function afterRun(payload: Readonly<Record<string, unknown>>): ActionTask {
  const event = payloadText(payload, 'workflow_run', 'event');
  if (event !== 'pull_request')
    return {
      task: 'nothing',
      reason: `the run before this one was started by ${event ?? 'nobody'}, not by pull_request`,
    };
  const headSha = payloadText(payload, 'workflow_run', 'head_sha');
  const headBranch = payloadText(payload, 'workflow_run', 'head_branch');
  const headRepository = payloadText(payload, 'workflow_run', 'head_repository', 'full_name');
  if (headSha === undefined) return missing('workflow_run.head_sha');
  if (headBranch === undefined || headRepository === undefined)
    return { task: 'nothing', reason: 'the repository or branch that the run was about is gone' };
  return { task: 'publish', run: { headSha, headBranch, headRepository } };
}

function push(payload: Readonly<Record<string, unknown>>): ActionTask {
  const [before, after] = [payloadText(payload, 'before'), payloadText(payload, 'after')];
  if (after !== undefined && NO_COMMIT.test(after)) return { task: 'nothing', reason: 'the branch was deleted' };
  if (before !== undefined && NO_COMMIT.test(before)) {
    const branch = payloadText(payload, 'repository', 'default_branch');
    return range(branch, after);
  }
  return range(before, after);
}

function range(base: string | undefined, head: string | undefined): ActionTask {
  return base !== undefined && head !== undefined
    ? { task: 'range', base, head }
    : missing('the commits before and after');
}

function missing(what: string): ActionTask {
  return { task: 'unsupported', reason: `The event's payload has no ${what}; was GITHUB_EVENT_PATH changed?` };
}

import type { JudgeResult, QueueCounts } from '../../types.ts';
import type { FailureKind } from '../failure-kind.ts';
import { FAILURE_KINDS } from '../failure-kind.ts';
import { ACTIONS, EVENTS } from '../manifest.ts';
import { processLines, queueLines } from './page-lines.ts';
import { registry } from './registry.ts';
import { ROUTE_CLASSES } from './route-class.ts';

/** The parts of a review whose time is measured. */
export type Stage = 'read' | 'compute' | 'judge' | 'publish';

export interface ApiCall {
  readonly method: string;
  readonly route: string;
  /** 0 where nothing was answered. */
  readonly status: number;
  /** Whose token was used; undefined for the App itself. */
  readonly installation?: number;
  readonly resource?: string | undefined;
  readonly remaining?: number | undefined;
}

/** What the App counts. No label holds a repository's name, content or a secret. */
export interface Meters {
  event(event: string, action: string, status: number): void;
  call(call: ApiCall): void;
  stage(stage: Stage, seconds: number): void;
  review(conclusion: string): void;
  job(work: string, outcome: 'done' | 'failed' | 'superseded', seconds: number): void;
  model(result: Pick<JudgeResult, 'state' | 'inputTokens' | 'outputTokens'>): void;
  failure(kind: FailureKind, number?: number): void;
  text(counts: QueueCounts): string;
}

const SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const CONCLUSIONS = ['success', 'neutral', 'failure', 'action_required'];
const WORK = ['review', 'rerun', 'command', 'button'];
/** More installations than this have no line of their own. */
const MAX_INSTALLATIONS = 50;
const MAX_STATUSES = 40;

/** Meters that all stand at nothing. */
export function createMeters(): Meters {
  const { counter, gauge, histogram, text } = registry();
  const events = counter(
    'pipewright_events_total',
    'Webhooks by event, action and the status they were answered with',
    {
      event: EVENTS,
      action: ACTIONS,
      status: MAX_STATUSES,
    },
  );
  const calls = counter('pipewright_github_requests_total', 'Requests to GitHub by method, class of route and status', {
    method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    route: ROUTE_CLASSES,
    status: MAX_STATUSES,
  });
  const remaining = gauge('pipewright_github_rate_limit_remaining', 'Requests left in this hour, as last heard', {
    installation: MAX_INSTALLATIONS,
    resource: ['core', 'graphql'],
  });
  const stages = histogram('pipewright_review_seconds', 'Seconds of a review by stage', SECONDS, {
    stage: ['read', 'compute', 'judge', 'publish'],
  });
  const reviews = counter('pipewright_reviews_total', 'Reviews by conclusion', { conclusion: CONCLUSIONS });
  const jobs = histogram('pipewright_job_seconds', 'Seconds of a job by what it does and how it ended', SECONDS, {
    work: WORK,
    outcome: ['done', 'failed', 'superseded'],
  });
  const asked = counter('pipewright_model_requests_total', 'Questions to the model by how they ended', {
    result: ['ran', 'failed'],
  });
  const tokens = counter('pipewright_model_tokens_total', 'Tokens spent on the model', {
    direction: ['input', 'output'],
  });
  const failures = counter('pipewright_failures_total', 'Failures by kind', { kind: FAILURE_KINDS });
  return {
    event: (event, action, status) => events({ event, action, status: String(status) }),
    call({ method, route, status, installation, resource = 'core', remaining: left }) {
      calls({ method, route, status: String(status) });
      if (left === undefined || !Number.isFinite(left)) return;
      remaining(left, { installation: installation === undefined ? 'app' : String(installation), resource });
    },
    stage: (stage, seconds) => stages(seconds, { stage }),
    review: (conclusion) => reviews({ conclusion }),
    job: (work, outcome, seconds) => jobs(seconds, { work, outcome }),
    model({ state, inputTokens, outputTokens }) {
      asked({ result: state });
      tokens({ direction: 'input' }, inputTokens);
      tokens({ direction: 'output' }, outputTokens);
    },
    failure: (kind, number = 1) => failures({ kind }, number),
    text: (counts) => `${[...queueLines(counts), ...processLines()].join('\n')}\n${text()}`,
  };
}

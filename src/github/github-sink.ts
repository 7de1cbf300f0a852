import type { Receipt, Sink } from '../types.ts';
import type { StartedChecks } from './checks/checks.ts';
import { publishChecks } from './checks/publish-checks.ts';
import type { Renderers } from './checks/renderers.ts';
import { type GitHubClient, pinnedClient, type RepositoryName } from './client.ts';
import { writeMarker } from './comments/markers.ts';
import type { Conversation } from './comments/own-comments.ts';
import { publishComments } from './comments/publish-comments.ts';
import { MAX_CHECK_BYTES } from './limits.ts';

export interface SinkOptions extends RepositoryName {
  /** Absent: nothing is commented, as for a merge group. */
  readonly number?: number;
  /** The login that comments are written with. */
  readonly login: string;
  /** See `markerKey`. */
  readonly markerKey: Buffer;
  readonly render: Renderers;
  /** What to keep about the model below the check, at most so many characters, if anything. */
  readonly judged?: (maxLength: number) => string | undefined;
  /** A client that may do what takes more than commenting; absent, or undefined, where nobody granted it. */
  readonly committer?: () => Promise<GitHubClient | undefined>;
  /** Absent where check runs cannot be had, as in a workflow. */
  readonly checks?: StartedChecks | Promise<StartedChecks>;
  /** Errors that publishing throws instead of listing them: whoever called does it all again later. */
  readonly passOn?: (error: unknown) => boolean;
  readonly signal?: AbortSignal;
}

/**
 * Publishes a review on GitHub: comments what is new, then concludes the checks. In this order, because whoever looks
 * for lost work looks for checks without a conclusion: a process killed between the two is made up for.
 */
export function githubSink(octokit: GitHubClient, options: SinkOptions): Sink {
  return {
    async publish(review) {
      options.signal?.throwIfAborted();
      const { render } = options;
      const checks = await options.checks;
      const talk = conversation(octokit, options);
      const said = talk === undefined ? NOTHING_SAID : await publishComments(talk, review, render);
      const concluded =
        checks === undefined ? [] : await publishChecks(octokit, checks, review, withMemory(options, talk));
      return { checks: concluded, ...said };
    },
  };
}

/** Characters of what is kept below a check: the receipt beside it is worth more. */
const MAX_JUDGED = 20_000;

/** The texts, with what is kept about the model below the check: signed, so that nobody else can tell us what we heard. */
function withMemory({ render, judged }: SinkOptions, talk: Conversation | undefined): Renderers {
  if (judged === undefined || talk === undefined) return render;
  return {
    ...render,
    checkText(review) {
      const text = render.checkText?.(review);
      const room = MAX_CHECK_BYTES - Buffer.byteLength(text ?? '') - MARKER_BYTES;
      const subject = judged(Math.min(MAX_JUDGED, room));
      const marker = subject === undefined ? [] : [writeMarker(talk.scope, { kind: 'judged', subject })];
      const parts = [...marker, ...(text === undefined ? [] : [text])];
      return parts.length === 0 ? undefined : parts.join('\n\n');
    },
  };
}

/** More than what stands around the subject of a marker. */
const MARKER_BYTES = 100;

const NOTHING_SAID: Omit<Receipt, 'checks'> = {
  commentsPosted: 0,
  commentsMarkedFixed: 0,
  summary: 'none',
  failures: [],
};

function conversation(octokit: GitHubClient, options: SinkOptions): Conversation | undefined {
  const { owner, repo, number, login, markerKey: key } = options;
  if (number === undefined) return undefined;
  const scope = { key, repository: `${owner}/${repo}`, number };
  const more = {
    ...(options.committer === undefined ? {} : { committer: options.committer }),
    ...(options.passOn === undefined ? {} : { passOn: options.passOn }),
  };
  return { client: pinnedClient(octokit), owner, repo, number, login, scope, ...more };
}

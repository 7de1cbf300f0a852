import type { Receipt, Sink } from '../types.ts';
import type { StartedChecks } from './checks.ts';
import { type GitHubClient, pinnedClient, type RepositoryName } from './client.ts';
import type { Conversation } from './own-comments.ts';
import { publishChecks } from './publish-checks.ts';
import { publishComments } from './publish-comments.ts';
import type { Renderers } from './renderers.ts';

export interface SinkOptions extends RepositoryName {
  /** Absent: nothing is commented, as for a merge group. */
  readonly number?: number;
  /** The login that comments are written with. */
  readonly login: string;
  /** See `markerKey`. */
  readonly markerKey: Buffer;
  readonly render: Renderers;
  /** Absent where check runs cannot be had, as in a workflow. */
  readonly checks?: StartedChecks;
  readonly signal?: AbortSignal;
}

/** Publishes a review on GitHub: concludes the checks first, then comments what is new. */
export function githubSink(octokit: GitHubClient, options: SinkOptions): Sink {
  return {
    async publish(review) {
      options.signal?.throwIfAborted();
      const { checks, render } = options;
      const concluded = checks === undefined ? [] : await publishChecks(octokit, checks, review, render);
      const talk = options.signal?.aborted ? undefined : conversation(octokit, options);
      const comments = talk === undefined ? NOTHING_SAID : await publishComments(talk, review, render);
      return { checks: concluded, ...comments };
    },
  };
}

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
  return { client: pinnedClient(octokit), owner, repo, number, login, scope };
}

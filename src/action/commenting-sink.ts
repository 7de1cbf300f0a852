import type { getOctokit } from '@actions/github';
import type { RepositoryName } from '../github/client.ts';
import { markerKey } from '../github/comments/markers.ts';
import { mayComment } from '../github/comments/may-comment.ts';
import { isClean } from '../github/comments/publish-comments.ts';
import { githubSink } from '../github/github-sink.ts';
import { checkSummary, checkTitle } from '../output/check-summary.ts';
import { summaryMarkdown } from '../output/summary-markdown.ts';
import type { Receipt, Review, Sink } from '../types.ts';
import type { CommentRights } from './comment-rights.ts';
import { stopAtRefusal } from './first-refusal.ts';
import type { Unsaid } from './why-unsaid.ts';

/** Comments of all workflows are written by this account. */
const WORKFLOW_LOGIN = 'github-actions[bot]';

export interface CommentingSink extends Sink {
  /** Why a review that has something to say is not commented; known once it was published. */
  readonly unsaid: () => Unsaid | undefined;
}

/** Nothing is commented, and nobody misses it. */
export const silentSink: CommentingSink = { publish: async () => NOTHING_SAID, unsaid: () => undefined };

const NOTHING_SAID: Receipt = {
  checks: [],
  commentsPosted: 0,
  commentsMarkedFixed: 0,
  summary: 'none',
  failures: [],
};

/**
 * Posts the review where the token may, and tries nothing where it may not. The markers only avoid duplicates here:
 * whoever can edit the workflow could forge them.
 */
export function commentingSink(
  octokit: ReturnType<typeof getOctokit>,
  at: RepositoryName & { readonly number: number },
  rights: CommentRights,
): CommentingSink {
  const { owner, repo } = at;
  const refusals = stopAtRefusal(octokit);
  const sink = githubSink(octokit, {
    ...at,
    login: WORKFLOW_LOGIN,
    markerKey: markerKey(`workflow of ${owner}/${repo}`),
    render: { summary: summaryMarkdown, checkTitle, checkSummary },
  });
  let unsaid: Unsaid | undefined;

  async function publish(review: Review): Promise<Receipt> {
    if (rights.rights !== 'assumed' && !(rights.rights === 'ask' && (await mayComment(octokit, at, at.number)))) {
      if (!isClean(review)) unsaid = rights.because;
      return NOTHING_SAID;
    }
    const receipt = await sink.publish(review);
    if (!refusals.refused()) return receipt;
    unsaid = rights.rights === 'ask' ? rights.because : 'refused';
    // Each of them would say the same again.
    return { ...receipt, failures: receipt.failures.filter((failure) => !failure.includes('GitHub answered 403')) };
  }

  return { publish, unsaid: () => unsaid };
}

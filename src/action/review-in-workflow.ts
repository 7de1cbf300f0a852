import { warning } from '@actions/core';
import type { GitHubClient, RepositoryName } from '../github/client.ts';
import { githubFacts } from '../github/github-facts.ts';
import { githubSink } from '../github/github-sink.ts';
import { githubSource } from '../github/github-source.ts';
import { markerKey } from '../github/markers.ts';
import { judgeFromEnvironment } from '../judge/judge-from-environment.ts';
import { builtInAgents } from '../local/assets.ts';
import { checkSummary, checkTitle } from '../output/check-summary.ts';
import { summaryMarkdown } from '../output/summary-markdown.ts';
import { run } from '../run.ts';
import { plainText } from '../sanitise.ts';
import type { Review, Sink } from '../types.ts';
import type { ActionTask } from './action-event.ts';
import type { Inputs } from './read-inputs.ts';

type Target = RepositoryName & Extract<ActionTask, { task: 'pull-request' | 'range' }>;

/** Comments of all workflows are written by this account. */
const WORKFLOW_LOGIN = 'github-actions[bot]';

/** Reviews by API, never from the workspace: a checkout is shallow, and is the merge commit. */
export async function reviewInWorkflow(octokit: GitHubClient, target: Target, inputs: Inputs): Promise<Review> {
  const { owner, repo } = target;
  const source =
    target.task === 'range'
      ? { owner, repo, base: target.base, head: target.head }
      : { owner, repo, number: target.number };
  const ports = {
    source: githubSource(octokit, source),
    facts: githubFacts(octokit),
    agentFiles: await builtInAgents(),
    sink:
      target.task === 'pull-request' && inputs.comments ? commentingSink(octokit, target, target.number) : silentSink,
    judge: async (policy: Parameters<typeof judgeFromEnvironment>[1], change: { readonly fromFork: boolean }) =>
      judgeFromEnvironment(
        { ...process.env, ANTHROPIC_API_KEY: inputs.anthropicApiKey ?? process.env.ANTHROPIC_API_KEY },
        policy,
        change,
      ),
  };
  const { review } = await run(ports, {
    now: new Date(),
    onlyTighten: true,
    ...(inputs.mode ? { mode: inputs.mode } : {}),
    ...(inputs.strictness ? { strictness: inputs.strictness } : {}),
    ...(inputs.persona ? { personas: [inputs.persona] } : {}),
  });
  return review;
}

const silentSink: Sink = {
  publish: async () => ({ checks: [], commentsPosted: 0, commentsMarkedFixed: 0, summary: 'none', failures: [] }),
};

/**
 * Posts the review where the token may; on a fork's pull request it may not, and the same findings stand in the job
 * summary and annotations. The markers only avoid duplicates here: whoever can edit the workflow could forge them.
 */
function commentingSink(octokit: GitHubClient, { owner, repo }: RepositoryName, number: number): Sink {
  const render = { summary: summaryMarkdown, checkTitle, checkSummary };
  const sink = githubSink(octokit, {
    owner,
    repo,
    number,
    login: WORKFLOW_LOGIN,
    markerKey: markerKey(`workflow of ${owner}/${repo}`),
    render,
  });
  return {
    async publish(review) {
      try {
        const receipt = await sink.publish(review);
        for (const failure of receipt.failures) warning(plainText(`Not posted: ${failure}`));
        return receipt;
      } catch (cause) {
        if (!isForbidden(cause)) throw cause;
        warning(
          'The token of this workflow may not comment here (it needs `pull-requests: write`, which a fork does not get). The findings stand in the job summary.',
        );
        return silentSink.publish(review);
      }
    },
  };
}

function isForbidden(cause: unknown): boolean {
  return cause instanceof Error && 'status' in cause && (cause.status === 403 || cause.status === 404);
}

import { appendFile } from 'node:fs/promises';
import { error, warning } from '@actions/core';
import type { getOctokit } from '@actions/github';
import type { RepositoryName } from '../github/client.ts';
import { pullsOfHead } from '../github/reading/pulls-of-head.ts';
import { jobSummary } from '../output/job-summary.ts';
import { plainText } from '../sanitise.ts';
import type { Sink } from '../types.ts';
import type { ReviewedRun } from './action-event.ts';
import { type CommentingSink, commentingSink, silentSink } from './commenting-sink.ts';
import { compareRunReport } from './compare-run-report.ts';
import { printUntrusted } from './publish-in-workflow.ts';
import type { Inputs } from './read-inputs.ts';
import { type ReadReport, readRunReport } from './read-run-report.ts';
import { reviewInWorkflow } from './review-in-workflow.ts';

type Octokit = ReturnType<typeof getOctokit>;

/** Open pull requests with one head commit, into several branches: nobody needs more. */
const MAX_PULLS = 3;

/**
 * After a run on a pull request that could not comment: finds the pull request by the event and the API, reviews it
 * again by API, and publishes the comments and a job summary. No check, no annotation, and a gate that fails fails
 * nothing: this run belongs to the default branch. Answers the exit code.
 */
export async function publishForRun(
  octokit: Octokit,
  name: RepositoryName,
  run: ReviewedRun,
  inputs: Inputs,
): Promise<number> {
  const report = inputs.publish === undefined ? undefined : await readRunReport(inputs.publish);
  const numbers = await pullsOfHead(octokit, name, run);
  if (numbers.length === 0)
    printUntrusted('Nothing to publish: no open pull request has the commit of the run as its head.');
  let said = true;
  for (const number of numbers.slice(0, MAX_PULLS)) {
    const own = report && isAboutOther(report, number, numbers) ? undefined : report;
    said = (await publishOne(octokit, { ...name, number }, run, inputs, own)) && said;
  }
  return said ? 0 : 3;
}

/** Pull requests with the same head have a run each, and the event does not tell which this one was. */
function isAboutOther(read: ReadReport, number: number, numbers: readonly number[]): boolean {
  return 'report' in read && read.report.number !== number && numbers.includes(read.report.number);
}

/** False where the token could not do what this run is for. */
async function publishOne(
  octokit: Octokit,
  at: RepositoryName & { readonly number: number },
  run: ReviewedRun,
  inputs: Inputs,
  report: ReadReport | undefined,
): Promise<boolean> {
  const sink = inputs.comments ? commentingSink(octokit, at, { rights: 'assumed' }) : silentSink;
  const { review, receipt } = await reviewInWorkflow(octokit, at, onlyOf(run, sink), inputs);
  if (review.change.headSha !== run.headSha) {
    printUntrusted(
      `Nothing to publish: pull request ${at.number} has moved on, and its new commit has a run of its own.`,
    );
    return true;
  }
  const refused = sink.unsaid() !== undefined;
  const compared = report && compareRunReport(report, review, run);
  for (const failure of receipt.failures) warning(plainText(`Not posted: ${failure}`));
  if (compared) printUntrusted(compared);
  if (refused) error(REFUSED);
  printUntrusted(`Pull request ${at.number}: ${receipt.commentsPosted} comments posted, summary ${receipt.summary}.`);
  if (process.env.GITHUB_STEP_SUMMARY)
    await appendFile(
      process.env.GITHUB_STEP_SUMMARY,
      jobSummary(review, [...(refused ? [REFUSED] : []), ...(compared ? [compared] : [])]),
    );
  return !refused;
}

const REFUSED =
  'No comments: GitHub refused to let the token of this job write ("Resource not accessible"), and to comment is what this job is for. Give it `permissions` with `pull-requests: write`.';

/** The event names one commit; a newer one has a run of its own. */
function onlyOf(run: ReviewedRun, sink: CommentingSink): Sink {
  return { publish: (review) => (review.change.headSha === run.headSha ? sink : silentSink).publish(review) };
}

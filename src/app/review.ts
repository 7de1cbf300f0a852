import { type CheckReport, concludeAll, type StartedChecks, startChecks } from '../github/checks/checks.ts';
import type { GitHubClient } from '../github/client.ts';
import { githubFacts } from '../github/github-facts.ts';
import { githubSink } from '../github/github-sink.ts';
import { type GitHubSource, readingBudget } from '../github/github-source.ts';
import { failureReason } from '../github/requests/failure-reason.ts';
import type { RequestBudget } from '../github/requests/request-budget.ts';
import { appSource } from './app-source.ts';
import { engine, PERSONA_TITLES } from './engine.ts';
import { isGone } from './is-gone.ts';
import { judgeRecall } from './judge-recall.ts';
import { type ReviewTarget, subjectOf } from './review-target.ts';
import type { Service } from './service.ts';
import { secondsToWait } from './try-later.ts';
import type { Work } from './work.ts';

/** What is to be reviewed: see `Work`. */
export type ReviewWork = Work & { readonly do: 'review' };

/**
 * Reviews one target: checks in progress, the review, checks concluded - whatever happens between. Only where GitHub
 * takes no requests for now they stay in progress, until the work is done again.
 */
export async function review(service: Service, work: ReviewWork, signal: AbortSignal): Promise<void> {
  const { target } = work;
  const octokit = await service.clients.report(target);
  const budget = readingBudget();
  const source = await appSource(service, target, budget);
  let checks: Promise<StartedChecks> | undefined;
  try {
    const headSha = await source.headSha();
    if (!work.again && !(await source.isOpen())) return;
    // While they are made the change is read.
    checks = start(service, octokit, target, headSha);
    checks.catch(() => {});
    await reviewAndPublish(service, work, { octokit, source, budget, checks }, signal);
  } catch (error) {
    if (!signal.aborted && secondsToWait(work, error) !== undefined) throw error;
    // An event that named no head, and no way to ask for it: there is nothing to report on.
    if (checks === undefined && target.headSha === '') throw error;
    // Without a reachable head there is still the commit that the event named.
    const made = checks ?? start(service, octokit, target, target.headSha);
    await reportFailure(service, octokit, made, error, signal.aborted ? CANCELLED : failed(error));
  }
}

/** Concludes the checks of a review that came to nothing, and throws why; unless there is nothing left to report to. */
async function reportFailure(
  service: Service,
  octokit: GitHubClient,
  checks: Promise<StartedChecks>,
  error: unknown,
  report: CheckReport,
): Promise<void> {
  try {
    await concludeAll(octokit, await checks, report);
  } catch (second) {
    if (isGone(error) && isGone(second)) return leave(service, error);
    // Where GitHub lets us neither read nor report, the first reason is the one to know.
    if (second !== error) service.log.warn({ err: second }, 'the failure could not be reported');
  }
  throw error;
}

function leave(service: Service, error: unknown): void {
  service.log.info({ err: error }, 'left: the repository is gone, or no longer ours to see');
}

const CANCELLED: CheckReport = {
  conclusion: 'cancelled',
  title: 'Superseded',
  summary: 'A newer event for this pull request took the place of this review.',
};

async function start(
  service: Service,
  octokit: GitHubClient,
  target: ReviewTarget,
  headSha: string,
): Promise<StartedChecks> {
  const { owner, repo } = target;
  const commit = { owner, repo, headSha, subject: subjectOf(target), appId: await service.appId() };
  return await startChecks(octokit, commit, PERSONA_TITLES);
}

interface Parts {
  readonly octokit: GitHubClient;
  readonly source: GitHubSource;
  readonly budget: RequestBudget;
  readonly checks: Promise<StartedChecks>;
}

async function reviewAndPublish(
  service: Service,
  work: ReviewWork,
  { octokit, source, budget, checks }: Parts,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const { target } = work;
  const login = await service.login();
  const recall = judgeRecall(service, target);
  const { receipt } = await engine({
    source,
    facts: githubFacts(
      await service.clients.survey(target.installation),
      service.factsMemory(target.installation),
      budget,
    ),
    signal,
    run: service.run,
    recall,
    sink: (render) =>
      githubSink(octokit, {
        owner: target.owner,
        repo: target.repo,
        ...('number' in target ? { number: target.number } : {}),
        login,
        markerKey: service.markerKey,
        render,
        judged: recall.packed,
        committer: () => service.clients.commit(target),
        checks,
        passOn: (error) => secondsToWait(work, error) !== undefined,
        signal,
      }),
  });
  const { checks: concluded, ...said } = receipt;
  const { headSha } = await checks;
  service.log.info({ headSha, conclusion: concluded[0]?.conclusion, ...said }, 'reviewed');
}

function failed(error: unknown): CheckReport {
  return {
    conclusion: 'action_required',
    title: 'The review did not finish',
    summary: `Pipewright could not review this commit: ${failureReason(error)}.\n\nA check that did not run cannot say that the change is safe, so it does not pass. Press "Re-run" to try again; the App's log has the details.`,
  };
}

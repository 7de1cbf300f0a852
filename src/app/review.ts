import { type CheckReport, concludeAll, type StartedChecks, startChecks } from '../github/checks.ts';
import type { GitHubClient } from '../github/client.ts';
import { failureReason } from '../github/failure-reason.ts';
import { githubFacts } from '../github/github-facts.ts';
import { githubSink } from '../github/github-sink.ts';
import type { GitHubSource } from '../github/github-source.ts';
import { appSource } from './app-source.ts';
import { engine, PERSONA_TITLES } from './engine.ts';
import { keyOf, type ReviewTarget, subjectOf } from './review-target.ts';
import type { Service } from './service.ts';

/** Reviews one target: checks in progress, the review, checks concluded - whatever happens between. */
export async function review(service: Service, target: ReviewTarget, signal: AbortSignal): Promise<void> {
  const octokit = await service.clients.report(target);
  const source = await appSource(service, target);
  let checks: StartedChecks | undefined;
  try {
    checks = await start(service, octokit, target, await source.headSha());
    await reviewAndPublish(service, target, octokit, source, checks, signal);
  } catch (error) {
    if (checks === undefined && target.headSha === '') throw error;
    // Without a reachable head there is still the commit that the event named.
    checks ??= await start(service, octokit, target, target.headSha);
    await concludeAll(octokit, checks, signal.aborted ? CANCELLED : failed(error));
    throw error;
  }
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

async function reviewAndPublish(
  service: Service,
  target: ReviewTarget,
  octokit: GitHubClient,
  source: GitHubSource,
  checks: StartedChecks,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const login = await service.login();
  const { receipt } = await engine({
    source,
    facts: githubFacts(await service.clients.survey(target.installation), service.factsMemory(target.installation)),
    signal,
    run: service.run,
    sink: (render) =>
      githubSink(octokit, {
        owner: target.owner,
        repo: target.repo,
        ...('number' in target ? { number: target.number } : {}),
        login,
        markerKey: service.markerKey,
        render,
        committer: () => service.clients.commit(target),
        checks,
        signal,
      }),
  });
  const { checks: concluded, ...said } = receipt;
  service.log.info(
    { key: keyOf(target), headSha: checks.headSha, conclusion: concluded[0]?.conclusion, ...said },
    'reviewed',
  );
}

function failed(error: unknown): CheckReport {
  return {
    conclusion: 'action_required',
    title: 'The review did not finish',
    summary: `Pipewright could not review this commit: ${failureReason(error)}.\n\nA check that did not run cannot say that the change is safe, so it does not pass. Press "Re-run" to try again; the App's log has the details.`,
  };
}

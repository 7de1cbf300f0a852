import { randomUUID } from 'node:crypto';
import type { Conclusion } from '../../types.ts';
import { type GitHubClient, pinnedClient, type RepositoryName } from '../client.ts';
import { cutToBytes } from '../comments/cut-to-bytes.ts';
import { MAX_ANNOTATIONS_PER_REQUEST, MAX_CHECK_BYTES } from '../limits.ts';
import { createOnce } from '../requests/create-once.ts';
import type { Annotation } from './annotations.ts';
import type { Button } from './buttons.ts';

/** The check to require. */
export const AGGREGATE_CHECK = 'Pipewright';

/** The name of a persona's own check. */
export function personaCheck(title: string): string {
  return `${AGGREGATE_CHECK} / ${title}`;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly url?: string;
  /** How many annotations it has; they can only be added to. */
  readonly annotations: number;
}

/** The commit that checks stand on. */
export interface CheckedCommit extends RepositoryName {
  readonly headSha: string;
  /** What was reviewed: `pull/12`, or the name of a merge group's branch. */
  readonly subject: string;
  /** Ours: another App may report checks of our name, with external ids like ours. */
  readonly appId?: number;
}

/** The runs of one App only. */
export function ofApp({ appId }: Pick<CheckedCommit, 'appId'>): { readonly app_id?: number } {
  return appId === undefined ? {} : { app_id: appId };
}

/** The check runs of one review, in progress. */
export interface StartedChecks extends CheckedCommit {
  readonly runs: readonly CheckRun[];
}

/** What a check says in the end. */
export interface CheckReport {
  readonly conclusion: Conclusion | 'cancelled';
  readonly title: string;
  readonly summary: string;
  /** Below the summary. */
  readonly text?: string;
  readonly annotations?: readonly Annotation[];
  readonly buttons?: readonly Button[];
  /** Replaces the run's external id. */
  readonly externalId?: string;
}

/**
 * Creates the aggregate check and one per persona title, in progress. The aggregate is started first and concluded last,
 * so one that is in progress tells of a review that a killed process left; its runs are taken over, for nobody else
 * would ever conclude them.
 */
export async function startChecks(
  octokit: GitHubClient,
  commit: CheckedCommit,
  personas: readonly string[],
): Promise<StartedChecks> {
  const client = pinnedClient(octokit);
  const aggregate = await latestRun(client, commit, AGGREGATE_CHECK);
  const isLeft = aggregate !== undefined && aggregate.status !== 'completed';
  const runs = [isLeft ? checkRun(aggregate) : await startCheck(octokit, commit, AGGREGATE_CHECK)];
  for (const name of personas.map(personaCheck)) {
    const left = isLeft ? await latestRun(client, commit, name) : undefined;
    runs.push(left === undefined ? await startCheck(octokit, commit, name) : checkRun(left));
  }
  return { ...commit, runs };
}

/** The newest run of a name that a review of the same subject started. Other subjects may have the same head. */
async function latestRun(client: GitHubClient, commit: CheckedCommit, name: string) {
  const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner: commit.owner,
    repo: commit.repo,
    ref: commit.headSha,
    check_name: name,
    ...ofApp(commit),
    filter: 'all',
    per_page: 100,
  });
  const own = data.check_runs.filter((run) => run.external_id?.startsWith(`${commit.subject}#`));
  return own.toSorted((a, b) => b.id - a.id)[0];
}

/** Creates one check run, in progress. */
export async function startCheck(octokit: GitHubClient, commit: CheckedCommit, name: string): Promise<CheckRun> {
  const client = pinnedClient(octokit);
  const externalId = `${commit.subject}#${randomUUID()}`;
  const create = () => createRun(client, commit, name, externalId);
  return await createOnce(client, create, () => findRun(client, commit, name, externalId));
}

/**
 * Concludes one check run. Annotations go in requests of 50. GitHub appends them, so what a killed process or an answer
 * that got lost has left there is not sent again.
 */
export async function concludeCheck(
  octokit: GitHubClient,
  checks: StartedChecks,
  run: CheckRun,
  report: CheckReport,
): Promise<void> {
  const client = pinnedClient(octokit);
  const place = { owner: checks.owner, repo: checks.repo, check_run_id: run.id };
  const summary = cutToBytes(report.summary, MAX_CHECK_BYTES);
  const output = { title: report.title, summary, ...(report.text === undefined ? {} : { text: report.text }) };
  const batches = batchesOf((report.annotations ?? []).slice(run.annotations));
  let there = run.annotations;
  for (const annotations of batches.slice(0, -1)) {
    there += annotations.length;
    await patchOnce(client, { ...place, output: { ...output, annotations } }, there);
  }
  const annotations = batches.at(-1) ?? [];
  const last = {
    ...place,
    status: 'completed' as const,
    conclusion: report.conclusion,
    ...(report.externalId === undefined ? {} : { external_id: report.externalId }),
    completed_at: new Date().toISOString(),
    ...(report.buttons === undefined ? {} : { actions: [...report.buttons] }),
    output: { ...output, annotations },
  };
  await patchOnce(client, last, there + annotations.length);
}

interface CheckPatch {
  readonly owner: string;
  readonly repo: string;
  readonly check_run_id: number;
  readonly status?: 'completed';
  readonly conclusion?: CheckReport['conclusion'];
  readonly output: {
    readonly title: string;
    readonly summary: string;
    readonly text?: string;
    readonly annotations: Annotation[];
  };
}

/** `annotations`: how many the run has afterwards. */
async function patchOnce(client: GitHubClient, patch: CheckPatch, annotations: number): Promise<void> {
  const { owner, repo, check_run_id } = patch;
  const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
  await createOnce(
    client,
    async () => {
      await client.request(route, { ...patch, request: { retries: 0 } });
      return true;
    },
    async () => {
      const place = { owner, repo, check_run_id };
      const { data } = await client.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', place);
      const concluded = patch.conclusion === undefined || data.conclusion === patch.conclusion;
      return concluded && data.output.annotations_count >= annotations ? true : undefined;
    },
  );
}

/**
 * Concludes every run the same way: for a review that was cancelled or that failed. The aggregate comes last, because
 * whoever looks for lost work looks at that one.
 */
export async function concludeAll(octokit: GitHubClient, checks: StartedChecks, report: CheckReport): Promise<void> {
  const conclude = (run: CheckRun) => concludeCheck(octokit, checks, run, report);
  await Promise.all(checks.runs.filter(({ name }) => name !== AGGREGATE_CHECK).map(conclude));
  await Promise.all(checks.runs.filter(({ name }) => name === AGGREGATE_CHECK).map(conclude));
}

function batchesOf(annotations: readonly Annotation[]): Annotation[][] {
  const batches: Annotation[][] = [];
  for (let start = 0; start < annotations.length; start += MAX_ANNOTATIONS_PER_REQUEST) {
    batches.push(annotations.slice(start, start + MAX_ANNOTATIONS_PER_REQUEST));
  }
  return batches;
}

async function createRun(
  client: GitHubClient,
  commit: CheckedCommit,
  name: string,
  externalId: string,
): Promise<CheckRun> {
  const { data } = await client.request('POST /repos/{owner}/{repo}/check-runs', {
    owner: commit.owner,
    repo: commit.repo,
    name,
    head_sha: commit.headSha,
    external_id: externalId,
    status: 'in_progress',
    started_at: new Date().toISOString(),
    request: { retries: 0 },
  });
  return checkRun(data);
}

async function findRun(
  client: GitHubClient,
  commit: CheckedCommit,
  name: string,
  externalId: string,
): Promise<CheckRun | undefined> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner: commit.owner,
    repo: commit.repo,
    ref: commit.headSha,
    check_name: name,
  });
  const found = data.check_runs.find((run) => run.external_id === externalId);
  return found === undefined ? undefined : checkRun(found);
}

function checkRun(data: {
  readonly id: number;
  readonly name: string;
  readonly html_url: string | null;
  readonly output: { readonly annotations_count: number };
}): CheckRun {
  const { id, name, html_url: url, output } = data;
  return { id, name, annotations: output.annotations_count, ...(url === null ? {} : { url }) };
}

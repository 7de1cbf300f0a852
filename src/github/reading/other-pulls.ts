import type { Conclusion } from '../../types.ts';
import { AGGREGATE_CHECK, type CheckRun, ofApp, type StartedChecks } from '../checks/checks.ts';
import { type GitHubClient, pinnedClient } from '../client.ts';
import { readPullRequest } from './read-change.ts';

/** From good to bad. */
const BADNESS: readonly Conclusion[] = ['success', 'neutral', 'failure', 'action_required'];

/** What another open pull request with the same head commit got. */
export interface OtherPull {
  readonly number: number;
  readonly conclusion: Conclusion;
  /** Its check was created after ours, so GitHub shows that one. */
  readonly newer: boolean;
}

/** The worst conclusion that other open pull requests with the same head commit got; undefined when there are none. */
export async function worstOtherPull(
  octokit: GitHubClient,
  checks: StartedChecks,
  own: CheckRun,
): Promise<OtherPull | undefined> {
  const client = pinnedClient(octokit);
  const others: OtherPull[] = [];
  for (const other of await latestOfOthers(client, checks, own)) {
    const pull = await readPullRequest(client, checks, other.number);
    if (pull.open && pull.headSha === checks.headSha) others.push(other);
  }
  return others.toSorted((a, b) => BADNESS.indexOf(b.conclusion) - BADNESS.indexOf(a.conclusion))[0];
}

/** The worse of two conclusions. */
export function worse(a: Conclusion, b: Conclusion): Conclusion {
  return BADNESS.indexOf(a) >= BADNESS.indexOf(b) ? a : b;
}

/** The external id of a concluded check: its own verdict, before those of other pull requests are mixed in. */
export function concludedId(checks: StartedChecks, conclusion: Conclusion): string {
  return `${checks.subject}#${conclusion}`;
}

async function latestOfOthers(
  client: GitHubClient,
  checks: StartedChecks,
  own: CheckRun,
): Promise<readonly OtherPull[]> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
    owner: checks.owner,
    repo: checks.repo,
    ref: checks.headSha,
    check_name: AGGREGATE_CHECK,
    ...ofApp(checks),
    filter: 'all',
    per_page: 100,
  });
  const latest = new Map<number, OtherPull>();
  for (const run of data.check_runs.toSorted((a, b) => a.id - b.id)) {
    const [, number, verdict] = /^pull\/(\d+)#(\w+)$/.exec(run.external_id ?? '') ?? [];
    const conclusion = BADNESS.find((known) => known === verdict);
    if (number === undefined || conclusion === undefined || checks.subject === `pull/${number}`) continue;
    latest.set(Number(number), { number: Number(number), conclusion, newer: run.id > own.id });
  }
  return [...latest.values()];
}

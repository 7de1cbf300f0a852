import { type GitHubClient, pinnedClient } from '../client.ts';
import { type MarkerScope, readMarkers } from '../comments/markers.ts';
import { allPages, PAGE_SIZE } from '../requests/all-pages.ts';
import { AGGREGATE_CHECK, ofApp } from './checks.ts';

/** Commits that are looked at for what an earlier review left: each costs a request. */
const MAX_COMMITS = 4;
/** GitHub lists 250 commits of a pull request. */
const MAX_PAGES = 3;

export interface JudgedPull {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly headSha: string;
  /** The head before a push: after a forced one it is among no commits of the pull request. */
  readonly before?: string;
  /** Ours: what another App wrote is not looked at. */
  readonly appId: number;
}

/**
 * What the last review of a pull request left below its check about the model, if it is signed: on the head, on the head
 * before it, or on the newest commits that were one.
 */
export async function judgedBefore(
  octokit: GitHubClient,
  pull: JudgedPull,
  scope: MarkerScope,
): Promise<string | undefined> {
  const client = pinnedClient(octokit);
  const place = { owner: pull.owner, repo: pull.repo };
  const find = async (sha: string) => {
    const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
      ...place,
      ref: sha,
      check_name: AGGREGATE_CHECK,
      ...ofApp(pull),
      filter: 'all',
      per_page: 100,
    });
    const texts = data.check_runs.toSorted((a, b) => b.id - a.id).map(({ output }) => output.text ?? '');
    return texts.flatMap((text) => readMarkers(scope, text)).find(({ kind }) => kind === 'judged')?.subject;
  };
  const first = [pull.headSha, ...(pull.before === undefined ? [] : [pull.before])];
  for (const sha of first) {
    const found = await find(sha);
    if (found !== undefined) return found;
  }
  const commits = await allPages(MAX_PAGES, async (page) => {
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits';
    return (await client.request(route, { ...place, pull_number: pull.number, per_page: PAGE_SIZE, page })).data;
  });
  const others = commits
    .map(({ sha }) => sha)
    .toReversed()
    .filter((sha) => !first.includes(sha));
  for (const sha of others.slice(0, MAX_COMMITS - first.length)) {
    const found = await find(sha);
    if (found !== undefined) return found;
  }
  return undefined;
}

import type { GitHubClient, RepositoryName } from '../client.ts';
import type { PullRequest } from '../reading/read-change.ts';
import { allPages, PAGE_SIZE } from '../requests/all-pages.ts';
import { failureReason } from '../requests/failure-reason.ts';
import { nextCursor } from '../requests/next-cursor.ts';

/** Everybody who has a part in a change, and which; or why that is not known. */
export type Contributors = { readonly parts: ReadonlyMap<string, string> } | { readonly unknown: string };

/** GitHub lists no more commits of a pull request. */
const MAX_COMMITS = 250;
/** Pages of a hundred pushes; a branch with more has a history that nobody can look through. */
const MAX_PAGES = 10;

/**
 * Who opened a pull request, wrote or committed its commits, or pushed to its branch: logins in lower case. What GitHub
 * does not tell makes all of it unknown, for anybody might be the one that is missing. A fork's branch belongs to the
 * author.
 */
export async function contributors(
  client: GitHubClient,
  name: RepositoryName,
  pull: PullRequest,
): Promise<Contributors> {
  if (pull.author === '') return { unknown: 'GitHub does not say who opened it' };
  const parts = new Map([[pull.author.toLowerCase(), 'opened this pull request']]);
  try {
    const problem = (await addCommits(client, name, pull, parts)) ?? (await addPushers(client, name, pull, parts));
    return problem === undefined ? { parts } : { unknown: problem };
  } catch (error) {
    return { unknown: failureReason(error) };
  }
}

async function addCommits(
  client: GitHubClient,
  name: RepositoryName,
  pull: PullRequest,
  parts: Map<string, string>,
): Promise<string | undefined> {
  const commits = await allPages(Math.ceil(MAX_COMMITS / PAGE_SIZE), async (page) => {
    const place = { owner: name.owner, repo: name.repo, pull_number: pull.number };
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits';
    return (await client.request(route, { ...place, per_page: PAGE_SIZE, page })).data;
  });
  if (commits.length >= MAX_COMMITS) return `it has ${MAX_COMMITS} commits or more, and GitHub lists no more of them`;
  if (!commits.some(({ sha }) => sha === pull.headSha)) return 'its branch is being pushed to';
  for (const { sha, author, committer } of commits) {
    const people = [loginOf(author), loginOf(committer)];
    for (const login of people) {
      if (login === undefined) return `the author or committer of ${sha.slice(0, 12)} is no account that GitHub knows`;
      addPart(parts, login, 'wrote or committed one of its commits');
    }
  }
  return undefined;
}

/** GitHub gives an empty object for some that it does not know. */
function loginOf(person: object | null): string | undefined {
  return person !== null && 'login' in person && typeof person.login === 'string' ? person.login : undefined;
}

async function addPushers(
  client: GitHubClient,
  name: RepositoryName,
  pull: PullRequest,
  parts: Map<string, string>,
): Promise<string | undefined> {
  if (pull.headRepository?.toLowerCase() !== `${name.owner}/${name.repo}`.toLowerCase()) return undefined;
  let headSeen = false;
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { data, headers } = await client.request('GET /repos/{owner}/{repo}/activity', {
      owner: name.owner,
      repo: name.repo,
      ref: `refs/heads/${pull.headRef}`,
      per_page: PAGE_SIZE,
      ...(after === undefined ? {} : { after }),
    });
    for (const push of data) {
      // Often whoever merged it. To bring the branch back is another push.
      if (push.activity_type === 'branch_deletion') continue;
      if (!push.actor) return 'GitHub does not say who pushed some of it';
      headSeen ||= push.after === pull.headSha;
      addPart(parts, push.actor.login, 'pushed to its branch');
    }
    after = nextCursor(headers.link, 'after');
    if (after === undefined)
      return headSeen ? undefined : `GitHub does not say who pushed ${pull.headSha.slice(0, 12)}`;
  }
  return 'its branch was pushed to too often to look through';
}

function addPart(parts: Map<string, string>, login: string, part: string): void {
  const key = login.toLowerCase();
  if (!parts.has(key)) parts.set(key, part);
}

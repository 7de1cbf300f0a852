import type { Change } from '../types.ts';
import { allPages, PAGE_SIZE } from './all-pages.ts';
import { changedFile } from './changed-file.ts';
import type { GitHubClient, RepositoryName } from './client.ts';
import type { RequestBudget } from './request-budget.ts';

/** GitHub lists no more files of a pull request than this. */
const MAX_FILES = 3000;
/** And no more of a comparison. */
const MAX_COMPARED_FILES = 300;

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly draft: boolean;
  readonly open: boolean;
  readonly headSha: string;
  readonly headRef: string;
  readonly headRepository: string | undefined;
  readonly baseRef: string;
  readonly changedFiles: number;
}

/** The pull request as it stands now. */
export async function readPullRequest(
  client: GitHubClient,
  name: RepositoryName,
  number: number,
): Promise<PullRequest> {
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner: name.owner,
    repo: name.repo,
    pull_number: number,
  });
  return {
    number,
    title: data.title,
    body: data.body ?? '',
    author: data.user?.login ?? '',
    draft: data.draft ?? false,
    open: data.state === 'open',
    headSha: data.head.sha,
    headRef: data.head.ref,
    headRepository: data.head.repo?.full_name,
    baseRef: data.base.ref,
    changedFiles: data.changed_files,
  };
}

/**
 * The change of a pull request, compared with its merge base. The files come with the comparison, which names the head:
 * the pull request's own list is of whatever is its head by then.
 */
export async function changeOfPullRequest(
  client: GitHubClient,
  name: RepositoryName,
  pull: PullRequest,
  budget: RequestBudget,
): Promise<Change> {
  const compared = await compare(client, name, pull.baseRef, pull.headSha, budget);
  const listed = compared.complete
    ? { files: compared.files, truncated: false }
    : await listFiles(client, name, pull, budget);
  const repository = `${name.owner}/${name.repo}`;
  return {
    repository,
    number: pull.number,
    mergeBaseSha: compared.mergeBaseSha,
    policySha: compared.baseSha,
    headSha: pull.headSha,
    title: pull.title,
    body: pull.body,
    author: pull.author,
    fromFork: pull.headRepository?.toLowerCase() !== repository.toLowerCase(),
    draft: pull.draft,
    files: listed.files.map(changedFile),
    truncated: listed.truncated,
  };
}

/** The files of a pull request too large to compare; not all of them when GitHub cuts the list, or a push changed it. */
async function listFiles(client: GitHubClient, name: RepositoryName, pull: PullRequest, budget: RequestBudget) {
  const pages = Math.ceil(MAX_FILES / PAGE_SIZE);
  const files = await allPages(pages, async (page) => {
    budget.spend();
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
    return (await client.request(route, { ...name, pull_number: pull.number, per_page: PAGE_SIZE, page })).data;
  });
  budget.spend();
  const now = await readPullRequest(client, name, pull.number);
  return { files, truncated: files.length < pull.changedFiles || now.headSha !== pull.headSha };
}

/** The change of a range of commits, such as a merge group. */
export async function changeOfRange(
  client: GitHubClient,
  name: RepositoryName,
  range: { readonly base: string; readonly head: string },
  budget: RequestBudget,
): Promise<Change> {
  const compared = await compare(client, name, range.base, range.head, budget);
  return {
    repository: `${name.owner}/${name.repo}`,
    mergeBaseSha: compared.mergeBaseSha,
    policySha: compared.baseSha,
    headSha: range.head,
    title: compared.title,
    body: '',
    author: '',
    fromFork: false,
    draft: false,
    files: compared.files.map(changedFile),
    truncated: !compared.complete,
  };
}

async function compare(client: GitHubClient, name: RepositoryName, base: string, head: string, budget: RequestBudget) {
  budget.spend();
  const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...name,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  return {
    mergeBaseSha: data.merge_base_commit.sha,
    baseSha: data.base_commit.sha,
    files: data.files ?? [],
    complete: (data.files ?? []).length < MAX_COMPARED_FILES,
    title: `${data.total_commits} commits`,
  };
}

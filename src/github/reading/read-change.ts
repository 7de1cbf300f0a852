import type { Change, ChangedFile } from '../../types.ts';
import type { GitHubClient, RepositoryName } from '../client.ts';
import { allPages, PAGE_SIZE } from '../requests/all-pages.ts';
import type { RequestBudget } from '../requests/request-budget.ts';
import { changedFile } from './changed-file.ts';
import { treeChanges } from './tree-changes.ts';
import type { TreeEntry } from './tree-entries.ts';

/** GitHub lists no more files of a comparison than this. */
const MAX_COMPARED_FILES = 300;
/**
 * Of a pull request it lists 3,000, but page by page that takes too many requests: larger changes are told from the
 * listings of both commits.
 */
const MAX_LISTED_FILES = 1000;

/** Where a change is read. */
export interface ChangeReader {
  readonly client: GitHubClient;
  readonly name: RepositoryName;
  readonly budget: RequestBudget;
  treeOf(commit: string): Promise<ReadonlyMap<string, TreeEntry> | 'unknown'>;
}

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
export async function changeOfPullRequest(reader: ChangeReader, pull: PullRequest): Promise<Change> {
  const compared = await compare(reader, pull.baseRef, pull.headSha);
  const listed = await allFiles(reader, compared, pull);
  const repository = `${reader.name.owner}/${reader.name.repo}`;
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
    ...listed,
  };
}

/** The change of a range of commits, such as a merge group. */
export async function changeOfRange(
  reader: ChangeReader,
  range: { readonly base: string; readonly head: string },
): Promise<Change> {
  const compared = await compare(reader, range.base, range.head);
  return {
    repository: `${reader.name.owner}/${reader.name.repo}`,
    mergeBaseSha: compared.mergeBaseSha,
    policySha: compared.baseSha,
    headSha: range.head,
    title: compared.title,
    body: '',
    author: '',
    fromFork: false,
    draft: false,
    ...(await allFiles(reader, compared)),
  };
}

interface Comparison {
  readonly mergeBaseSha: string;
  readonly baseSha: string;
  readonly headSha: string;
  readonly files: readonly ChangedFile[];
  /** Whether these are all files. */
  readonly complete: boolean;
  readonly title: string;
}

type Listed = Pick<Change, 'files' | 'truncated'>;

async function allFiles(reader: ChangeReader, compared: Comparison, pull?: PullRequest): Promise<Listed> {
  if (compared.complete) return { files: compared.files, truncated: false };
  if (pull !== undefined && pull.changedFiles <= MAX_LISTED_FILES) return await listFiles(reader, pull);
  const [base, head] = await Promise.all([reader.treeOf(compared.mergeBaseSha), reader.treeOf(compared.headSha)]);
  if (base !== 'unknown' && head !== 'unknown')
    return { files: withoutHunks(compared.files, treeChanges(base, head)), truncated: false };
  return pull === undefined ? { files: compared.files, truncated: true } : await listFiles(reader, pull);
}

/** What was compared, and what else differs, of which the hunks are not known. */
function withoutHunks(compared: readonly ChangedFile[], different: readonly ChangedFile[]): readonly ChangedFile[] {
  const known = new Set(compared.flatMap(({ path, previousPath }) => [path, previousPath ?? path]));
  return [...compared, ...different.filter(({ path }) => !known.has(path))];
}

/** The files page by page; not all of them when there are too many, or a push changed the list. */
async function listFiles({ client, name, budget }: ChangeReader, pull: PullRequest): Promise<Listed> {
  const pages = MAX_LISTED_FILES / PAGE_SIZE;
  const files = await allPages(pages, async (page) => {
    budget.spend();
    const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files';
    return (await client.request(route, { ...name, pull_number: pull.number, per_page: PAGE_SIZE, page })).data;
  });
  budget.spend();
  const now = await readPullRequest(client, name, pull.number);
  const truncated = files.length < pull.changedFiles || now.headSha !== pull.headSha;
  return { files: files.map(changedFile), truncated };
}

async function compare({ client, name, budget }: ChangeReader, base: string, head: string): Promise<Comparison> {
  budget.spend();
  const { data } = await client.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...name,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  return {
    mergeBaseSha: data.merge_base_commit.sha,
    baseSha: data.base_commit.sha,
    headSha: head,
    files: (data.files ?? []).map(changedFile),
    complete: (data.files ?? []).length < MAX_COMPARED_FILES,
    title: `${data.total_commits} commits`,
  };
}

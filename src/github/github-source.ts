import type { Change, FileContent, Side, Source } from '../types.ts';
import { type GitHubClient, pinnedClient, type RepositoryName } from './client.ts';
import { changeOfPullRequest, changeOfRange, readPullRequest } from './reading/read-change.ts';
import { type FileReader, readFiles } from './reading/read-files.ts';
import { type TreeEntry, treeEntries } from './reading/tree-entries.ts';
import { once } from './requests/once.ts';
import { type RequestBudget, requestBudget } from './requests/request-budget.ts';

/**
 * Requests to GitHub that reading one change may take, of the forty that a review may take: the rest is for saying what
 * was found.
 */
const MAX_REQUESTS = 24;

/** The budget of one review's reading. */
export function readingBudget(): RequestBudget {
  return requestBudget(MAX_REQUESTS);
}

/** A pull request by its number, or a range of commits. */
export type SourceTarget =
  | (RepositoryName & { readonly number: number })
  | (RepositoryName & { readonly base: string; readonly head: string });

/** A source that can tell its head before it has read everything. */
export interface GitHubSource extends Source {
  /** The commit under review; the pull request as it stood when it was first asked for. */
  headSha(): Promise<string>;
  /** Whether there is anything left to decide: false for a pull request that was closed. */
  isOpen(): Promise<boolean>;
}

/** Reads a change by GitHub's API; nothing is checked out, nothing of the change is executed. */
export function githubSource(
  octokit: GitHubClient,
  target: SourceTarget,
  budget: RequestBudget = readingBudget(),
): GitHubSource {
  const client = pinnedClient(octokit);
  const name = { owner: target.owner, repo: target.repo };
  const reader: FileReader = { client, name, budget, blobs: new Map<string, FileContent>() };

  const listings = new Map<string, () => Promise<ReadonlyMap<string, TreeEntry> | 'unknown'>>();
  function treeOf(commit: string): Promise<ReadonlyMap<string, TreeEntry> | 'unknown'> {
    const listing = listings.get(commit) ?? once(() => treeEntries(client, name, commit, budget));
    listings.set(commit, listing);
    return listing();
  }
  const changeReader = { client, name, budget, treeOf };

  const pull = once(async () => {
    if (!('number' in target)) return undefined;
    budget.spend();
    return await readPullRequest(client, name, target.number);
  });
  const change = once(async (): Promise<Change> => {
    const read = await pull();
    if (read !== undefined) return await changeOfPullRequest(changeReader, read);
    if ('number' in target) throw new Error(`Pull request ${target.number} could not be read.`);
    return await changeOfRange(changeReader, target);
  });
  const commitOf = async (side: Side): Promise<string | undefined> =>
    side === 'head' ? (await change()).headSha : (await change()).mergeBaseSha;
  /** Both trees are needed whatever the change is, and asked for while its settings are read. */
  const changeWithTrees = async (): Promise<Change> => {
    const read = await change();
    for (const side of ['base', 'head'] as const) entriesOf(side).catch(() => {});
    return read;
  };

  async function entriesOf(side: Side): Promise<ReadonlyMap<string, TreeEntry> | 'unknown'> {
    const commit = await commitOf(side);
    return commit === undefined ? new Map() : await treeOf(commit);
  }

  return {
    change: changeWithTrees,
    async headSha() {
      return 'head' in target ? target.head : ((await pull())?.headSha ?? '');
    },
    isOpen: async () => (await pull())?.open ?? true,
    async tree(side) {
      const entries = await entriesOf(side);
      return entries === 'unknown' ? 'unknown' : new Set(entries.keys());
    },
    async read(side, paths) {
      const commit = await commitOf(side);
      if (commit === undefined || paths.length === 0) return new Map(paths.map((path) => [path, { state: 'absent' }]));
      return await readFiles(reader, commit, await entriesOf(side), paths);
    },
    async readPolicy(paths) {
      const { policySha } = await change();
      if (policySha === undefined || paths.length === 0)
        return new Map(paths.map((path) => [path, { state: 'absent' }]));
      return await readFiles(reader, policySha, 'unknown', paths);
    },
  };
}

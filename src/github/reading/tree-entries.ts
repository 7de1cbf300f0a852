import type { GitHubClient, RepositoryName } from '../client.ts';
import type { RequestBudget } from '../requests/request-budget.ts';

/** A path of a commit: where its content is and how large. */
export interface TreeEntry {
  readonly sha: string;
  /** Octal as text, as git writes it. */
  readonly mode: string;
  /** Bytes. */
  readonly size: number;
}

/** Every path of a commit that is not a directory; `unknown` when GitHub cut the listing. */
export async function treeEntries(
  client: GitHubClient,
  name: RepositoryName,
  commit: string,
  budget: RequestBudget,
): Promise<ReadonlyMap<string, TreeEntry> | 'unknown'> {
  budget.spend();
  const { data } = await client.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    ...name,
    tree_sha: commit,
    recursive: '1',
  });
  if (data.truncated) return 'unknown';
  const entries = new Map<string, TreeEntry>();
  for (const { path, mode, type, sha, size } of data.tree) {
    if (path === undefined || type === 'tree') continue;
    entries.set(path, { sha: sha ?? '', mode: mode ?? '', size: size ?? 0 });
  }
  return entries;
}

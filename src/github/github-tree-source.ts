import { kindOfPath } from '../change/kind-of-path.ts';
import type { Change, FileContent, Source } from '../types.ts';
import { type GitHubClient, pinnedClient, type RepositoryName } from './client.ts';
import { type FileReader, readFiles } from './reading/read-files.ts';
import { treeEntries } from './reading/tree-entries.ts';
import { once } from './requests/once.ts';
import { requestBudget } from './requests/request-budget.ts';

/** A scan reads everything once, so it may ask more often than the review of one change. */
const MAX_REQUESTS = 300;

/** All files of a commit, as a change without a base: what a scan looks at. */
export function githubTreeSource(octokit: GitHubClient, target: RepositoryName & { readonly sha: string }): Source {
  const client = pinnedClient(octokit);
  const name = { owner: target.owner, repo: target.repo };
  const budget = requestBudget(MAX_REQUESTS);
  const reader: FileReader = { client, name, budget, blobs: new Map<string, FileContent>() };
  const entries = once(() => treeEntries(client, name, target.sha, budget));

  return {
    async change(): Promise<Change> {
      const tree = await entries();
      const paths = tree === 'unknown' ? [] : [...tree.keys()];
      const files = paths.map((path) => ({ path, kind: kindOfPath(path), status: 'added' as const }));
      return {
        repository: `${target.owner}/${target.repo}`,
        policySha: target.sha,
        headSha: target.sha,
        title: `scan of ${target.sha.slice(0, 12)}`,
        body: '',
        author: '',
        fromFork: false,
        draft: false,
        files: files.filter(({ kind }) => kind !== 'other'),
        truncated: tree === 'unknown',
      };
    },
    async tree(side) {
      if (side === 'base') return new Set();
      const tree = await entries();
      return tree === 'unknown' ? 'unknown' : new Set(tree.keys());
    },
    async read(side, paths) {
      if (side === 'base') return new Map();
      return await readFiles(reader, target.sha, await entries(), paths);
    },
    async readPolicy(paths) {
      return await readFiles(reader, target.sha, await entries(), paths);
    },
  };
}

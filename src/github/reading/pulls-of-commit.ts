import { type GitHubClient, pinnedClient, type RepositoryName } from '../client.ts';

/**
 * Numbers of the pull requests that a commit is the head of, the head of the merge group of, or the merge of. GitHub names
 * a group's branch after its pull request, `gh-readonly-queue/BASE/pr-N-COMMIT`; else the commit is asked. A commit that
 * merely contains what was merged before is none of these.
 */
export async function pullsOfCommit(
  octokit: GitHubClient,
  { owner, repo }: RepositoryName,
  headSha: string,
): Promise<readonly number[]> {
  const client = pinnedClient(octokit);
  const refs = await client.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
    owner,
    repo,
    ref: 'heads/gh-readonly-queue/',
  });
  const named = refs.data
    .filter(({ object }) => object.sha === headSha)
    .flatMap(({ ref }) => {
      const number = /\/pr-(\d+)-[0-9a-f]+$/.exec(ref)?.[1];
      return number === undefined ? [] : [Number(number)];
    });
  if (named.length > 0) return [...new Set(named)];
  const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
  const { data } = await client.request(route, { owner, repo, commit_sha: headSha });
  return data.filter((pull) => pull.state === 'open' || isMergedAs(pull, headSha)).map(({ number }) => number);
}

interface Merged {
  readonly merged_at: string | null;
  readonly merge_commit_sha: string | null;
}

function isMergedAs({ merged_at: mergedAt, merge_commit_sha: commit }: Merged, sha: string): boolean {
  return mergedAt !== null && commit === sha;
}

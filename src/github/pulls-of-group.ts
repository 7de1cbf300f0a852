import { type GitHubClient, pinnedClient, type RepositoryName } from './client.ts';

/**
 * Numbers of the pull requests whose merge group has this head. GitHub names a group's branch after its pull request,
 * `gh-readonly-queue/BASE/pr-N-COMMIT`; where the branch is gone, the commit is asked.
 */
export async function pullsOfGroup(
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
  return data.filter(({ state }) => state === 'open').map(({ number }) => number);
}

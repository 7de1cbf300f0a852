import { type GitHubClient, pinnedClient, type RepositoryName } from '../client.ts';

/** A commit on a branch, in this repository or in a fork. */
export interface Head {
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name`. */
  readonly headRepository: string;
}

/**
 * Numbers of the open pull requests whose head is this commit now. Asked by branch: of a commit that lives in a fork
 * GitHub does not tell the pull requests.
 */
export async function pullsOfHead(octokit: GitHubClient, name: RepositoryName, head: Head): Promise<readonly number[]> {
  const [owner = ''] = head.headRepository.split('/');
  const { data } = await pinnedClient(octokit).request('GET /repos/{owner}/{repo}/pulls', {
    owner: name.owner,
    repo: name.repo,
    state: 'open',
    head: `${owner}:${head.headBranch}`,
    per_page: 100,
  });
  const repository = head.headRepository.toLowerCase();
  return data
    .filter((pull) => pull.head.sha === head.headSha && pull.head.repo?.full_name.toLowerCase() === repository)
    .map(({ number }) => number);
}

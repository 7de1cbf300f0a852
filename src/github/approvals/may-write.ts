import { type GitHubClient, pinnedClient, type RepositoryName } from '../client.ts';
import { statusOf } from '../requests/create-once.ts';

/** Whether GitHub lets somebody push to a repository. Asked each time: who may today may not tomorrow. */
export async function mayWrite(octokit: GitHubClient, name: RepositoryName, login: string): Promise<boolean> {
  try {
    const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
    const { owner, repo } = name;
    const { data } = await pinnedClient(octokit).request(route, { owner, repo, username: login });
    return data.permission === 'write' || data.permission === 'admin';
  } catch (error) {
    // Somebody whom the repository does not know.
    if (statusOf(error) === 404) return false;
    throw error;
  }
}

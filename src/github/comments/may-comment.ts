import type { GitHubClient, RepositoryName } from '../client.ts';

interface Answer {
  readonly repository: { readonly pullRequest: { readonly viewerCanUpdate: boolean } | null } | null;
}

const QUERY = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { viewerCanUpdate } }
}`;

/**
 * Asks GitHub whether the token may change a pull request, without trying it. True where there is no answer: then the
 * first write shows. https://docs.github.com/en/graphql/reference/objects#pullrequest
 */
export async function mayComment(client: GitHubClient, at: RepositoryName, number: number): Promise<boolean> {
  const { owner, repo } = at;
  try {
    const answer = await client.graphql<Answer>(QUERY, { owner, repo, number });
    return answer.repository?.pullRequest?.viewerCanUpdate ?? true;
  } catch {
    return true;
  }
}

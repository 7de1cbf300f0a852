import type { Octokit } from '@octokit/rest';

/** What this folder needs of an Octokit; Probot's and the Action's both fit. */
export interface GitHubClient {
  readonly request: Octokit['request'];
  readonly graphql: Octokit['graphql'];
  /** Waits that many milliseconds; a timer where it is absent. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/**
 * The client with the REST version pinned in a header: without it GitHub picks a default that it will move one day.
 * https://docs.github.com/en/rest/about-the-rest-api/api-versions
 */
export function pinnedClient(client: GitHubClient): GitHubClient {
  return {
    request: client.request.defaults({ headers: { 'x-github-api-version': '2022-11-28' } }),
    graphql: client.graphql,
    ...(client.pause === undefined ? {} : { pause: client.pause }),
  };
}

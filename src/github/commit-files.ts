import { type GitHubClient, pinnedClient, type RepositoryName } from './client.ts';

export interface CommitRequest extends RepositoryName {
  readonly branch: string;
  /** The commit that the branch must still stand on. */
  readonly headSha: string;
  readonly headline: string;
  readonly body: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * Commits files to a branch, on top of exactly the commit they were made for; GitHub signs it. Undefined where GitHub
 * refuses: the App may not write there, the branch is protected, or it has moved on.
 */
export async function commitFiles(octokit: GitHubClient, request: CommitRequest): Promise<string | undefined> {
  const { owner, repo, branch, headSha, headline, body, files } = request;
  const input = {
    branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
    expectedHeadOid: headSha,
    message: { headline, body },
    fileChanges: {
      additions: files.map(({ path, text }) => ({ path, contents: Buffer.from(text).toString('base64') })),
    },
  };
  try {
    const answer = await pinnedClient(octokit).graphql<Answer>(MUTATION, { input });
    return answer.createCommitOnBranch?.commit?.oid;
  } catch (error) {
    // GraphQL answers 200 with errors; anything else is a fault to be tried again.
    if (error instanceof Error && error.name === 'GraphqlResponseError') return undefined;
    throw error;
  }
}

/** https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch */
const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

interface Answer {
  readonly createCommitOnBranch: { readonly commit: { readonly oid: string } | null } | null;
}

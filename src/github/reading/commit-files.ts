import { type GitHubClient, pinnedClient, type RepositoryName } from '../client.ts';
import { createOnce } from '../requests/create-once.ts';

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
  const client = pinnedClient(octokit);
  try {
    return await createOnce(
      client,
      async () => {
        const answer = await client.graphql<Answer>(MUTATION, { input, request: { retries: 0 } });
        return answer.createCommitOnBranch?.commit?.oid;
      },
      () => madeCommit(client, request),
    );
  } catch (error) {
    // GraphQL answers 200 with errors; anything else is a fault to be tried again.
    if (error instanceof Error && error.name === 'GraphqlResponseError') return undefined;
    throw error;
  }
}

/** The commit at the tip of the branch, if it is the one that was asked for. */
async function madeCommit(
  client: GitHubClient,
  { owner, repo, branch, headSha, headline }: CommitRequest,
): Promise<string | undefined> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}';
  const { data } = await client.request(route, { owner, repo, ref: `heads/${branch}`, per_page: 1 });
  const isOurs = data.parents[0]?.sha === headSha && data.commit.message.split('\n', 1)[0] === headline;
  return isOurs ? data.sha : undefined;
}

/** https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch */
const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

interface Answer {
  readonly createCommitOnBranch: { readonly commit: { readonly oid: string } | null } | null;
}

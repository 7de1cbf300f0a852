import type { GitHubClient } from '../client.ts';
import { type Marker, noteOf, readMarker, readMarkers } from './markers.ts';
import type { Conversation } from './own-comments.ts';

/** A thread that a comment of ours begins. */
export interface OwnThread {
  /** Of the thread, for GraphQL. */
  readonly threadId: string;
  /** Of its first comment, for GraphQL. */
  readonly nodeId: string;
  /** Of its first comment, for REST. */
  readonly id: number;
  readonly body: string;
  readonly marker: Marker;
  /** Somebody else answered. */
  readonly answered: boolean;
  /** Our note that somebody contests the finding: who, and why. */
  readonly contested?: string;
  readonly resolved: boolean;
  readonly minimized: boolean;
  /** Whether the installation was granted what it takes to resolve threads. */
  readonly mayResolve: boolean;
}

/** Pages of a hundred threads; beyond that nobody reads them either. */
const MAX_PAGES = 10;

/** Our threads on a pull request: begun by our login, with a marker that verifies. */
export async function ownThreads(at: Conversation): Promise<readonly OwnThread[]> {
  const threads: OwnThread[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = await readThreads(at, after);
    threads.push(...found.nodes.flatMap((thread) => (thread === null ? [] : ownThread(at, thread))));
    if (!found.pageInfo.hasNextPage) return threads;
    after = found.pageInfo.endCursor;
  }
  throw new Error(`The pull request has more than ${MAX_PAGES * 100} threads.`);
}

async function readThreads(at: Conversation, after: string | null): Promise<ThreadPage> {
  const { owner, repo, number } = at;
  const answer = await at.client.graphql<Answer>(QUERY, { owner, repo, number, after });
  const found = answer.repository?.pullRequest?.reviewThreads;
  if (found === undefined) throw new Error('GitHub did not show the threads of the pull request.');
  return found;
}

/** https://docs.github.com/en/graphql/reference/objects#pullrequestreviewthread */
const QUERY = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id isResolved viewerCanResolve
          comments(first: 50) {
            totalCount
            nodes { id fullDatabaseId body isMinimized author { __typename login } }
          }
        }
      }
    }
  }
}`;

interface Answer {
  readonly repository: { readonly pullRequest: { readonly reviewThreads: ThreadPage } | null } | null;
}

interface ThreadPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (Thread | null)[];
}

interface Thread {
  readonly id: string;
  readonly isResolved: boolean;
  readonly viewerCanResolve: boolean;
  readonly comments: { readonly totalCount: number; readonly nodes: readonly (ThreadComment | null)[] };
}

interface ThreadComment {
  readonly id: string;
  readonly fullDatabaseId: string | null;
  readonly body: string;
  readonly isMinimized: boolean;
  readonly author: { readonly __typename: string; readonly login: string } | null;
}

function ownThread(at: Conversation, thread: Thread): OwnThread[] {
  const [first, ...replies] = thread.comments.nodes.filter((comment) => comment !== null);
  if (!first || loginOf(first) !== at.login) return [];
  const marker = readMarker(at.scope, first.body);
  if (marker === undefined) return [];
  const contested = replies.flatMap((reply) => contestNote(at, reply)).at(-1);
  return [
    {
      threadId: thread.id,
      nodeId: first.id,
      id: Number(first.fullDatabaseId),
      body: first.body,
      marker,
      answered: replies.some((reply) => loginOf(reply) !== at.login) || thread.comments.totalCount > replies.length + 1,
      ...(contested === undefined ? {} : { contested }),
      resolved: thread.isResolved,
      minimized: first.isMinimized,
      mayResolve: thread.viewerCanResolve,
    },
  ];
}

/** What a reply of ours that notes a contest says. */
function contestNote(at: Conversation, reply: ThreadComment): string[] {
  if (loginOf(reply) !== at.login) return [];
  if (!readMarkers(at.scope, reply.body).some(({ kind }) => kind === 'contested')) return [];
  return [noteOf(at.scope, reply.body) ?? 'contested, in a note that was edited since'];
}

/** GraphQL names an App without the `[bot]` that REST appends. */
function loginOf({ author }: ThreadComment): string | undefined {
  return author?.__typename === 'Bot' ? `${author.login}[bot]` : author?.login;
}

/** Hides a comment of ours as resolved. */
export async function minimizeComment(client: GitHubClient, nodeId: string): Promise<void> {
  await client.graphql(
    'mutation ($subjectId: ID!) { minimizeComment(input: { subjectId: $subjectId, classifier: RESOLVED }) { clientMutationId } }',
    { subjectId: nodeId },
  );
}

/** Resolves a thread, where GitHub lets us: what a fix looks like is clear without it. */
export async function resolveThread(client: GitHubClient, threadId: string): Promise<void> {
  const refused = (error: unknown) => {
    if (!(error instanceof Error && error.name === 'GraphqlResponseError')) throw error;
  };
  const done = client.graphql(
    'mutation ($threadId: ID!) { resolveReviewThread(input: { threadId: $threadId }) { clientMutationId } }',
    { threadId },
  );
  await done.catch(refused);
}

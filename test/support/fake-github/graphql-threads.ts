import { GraphQLError } from 'graphql';
import { may, type Permissions } from './permissions.ts';
import { botOf, type FakeComment, type FakeState } from './state.ts';

interface Input {
  readonly input: Readonly<Record<string, string>>;
}

/** The threads of line comments, as GraphQL shows and changes them. */
export function threadsOf(state: FakeState, permissions: Permissions) {
  const mayResolve = may(permissions, 'contents', 'write');
  const roots = () => state.lineComments.filter(({ replyTo }) => replyTo === undefined);
  return {
    of: (pull: number) =>
      roots()
        .filter((comment) => comment.pull === pull)
        .map((root) => thread(state, root, mayResolve)),
    mutations: {
      minimizeComment({ input }: Input) {
        const comment = state.lineComments.find(({ id }) => commentId(id) === input.subjectId);
        if (!may(permissions, 'pull_requests', 'write'))
          throw new GraphQLError('Resource not accessible by integration');
        if (comment === undefined) throw new GraphQLError('Could not resolve to a node with the global id');
        comment.minimized = input.classifier ?? '';
        return { minimizedComment: { __typename: 'PullRequestReviewComment', ...commentNode(state, comment) } };
      },
      resolveReviewThread({ input }: Input) {
        const root = roots().find(({ id }) => threadId(id) === input.threadId);
        if (root === undefined) throw new GraphQLError('Could not resolve to a node with the global id');
        if (!mayResolve) throw new GraphQLError('Resource not accessible by integration');
        root.resolvedBy = botOf(state);
        return { thread: thread(state, root, mayResolve) };
      },
    },
  };
}

const threadId = (id: number) => `PRRT_${id}`;
const commentId = (id: number) => `PRRC_${id}`;

function thread(state: FakeState, root: FakeComment, mayResolve: boolean) {
  const comments = state.lineComments.filter((comment) => comment === root || comment.replyTo === root.id);
  return {
    id: threadId(root.id),
    isResolved: root.resolvedBy !== undefined,
    viewerCanResolve: mayResolve,
    comments: ({ first = 0 }: { readonly first?: number }) => ({
      nodes: comments.slice(0, first).map((comment) => commentNode(state, comment)),
      totalCount: comments.length,
    }),
  };
}

/** GraphQL names an App without the `[bot]` that REST appends. */
function commentNode(state: FakeState, { id, body, login, minimized }: FakeComment) {
  const bot = login.endsWith('[bot]');
  return {
    id: commentId(id),
    fullDatabaseId: String(id),
    body,
    author: { __typename: bot ? 'Bot' : 'User', login: login.replace(/\[bot\]$/, '') },
    isMinimized: minimized !== undefined,
    viewerCanMinimize: login === botOf(state),
  };
}

import { readFileSync } from 'node:fs';
import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql';
import { threadsOf } from './graphql-threads.ts';
import { may, type Permissions } from './permissions.ts';
import { botOf, type FakeState } from './state.ts';

/** GitHub shortens longer texts in GraphQL answers. */
const MAX_TEXT = 512_000;
/** GitHub refuses queries that ask for more nodes at once. */
const MAX_PAGE = 100;

const schema = buildSchema(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'));

/** Runs a query or mutation on the fake's state. A string says what is wrong with the query itself. */
export async function answerGraphql(
  state: FakeState,
  body: { readonly query?: string; readonly variables?: object },
  permissions: Permissions,
): Promise<object | string> {
  let document: ReturnType<typeof parse>;
  try {
    document = parse(body.query ?? '');
  } catch (error) {
    return `GraphQL syntax: ${String(error)}`;
  }
  const wrong = validate(schema, document);
  if (wrong.length > 0) return `GraphQL: ${wrong.map(({ message }) => message).join('; ')}`;
  return await execute({
    schema,
    document,
    rootValue: {
      ...threadsOf(state, permissions).mutations,
      ...commitMutation(state, permissions),
      nodes: ({ ids }: { readonly ids: readonly string[] }) => ids.map((id) => commentOf(state, id, permissions)),
      repository: () => repository(state, permissions),
    },
    variableValues: body.variables as Readonly<Record<string, unknown>>,
  });
}

function repository(state: FakeState, permissions: Permissions) {
  return {
    object: ({ oid }: { readonly oid: string }) => {
      if (!may(permissions, 'contents', 'read')) throw forbidden();
      return commit(state, oid);
    },
    pullRequest: ({ number }: { readonly number: number }) =>
      state.pulls.has(number)
        ? {
            viewerCanUpdate: may(permissions, 'pull_requests', 'write'),
            reviewThreads: (page: Page) => threadPage(state, number, page, permissions),
          }
        : null,
  };
}

function commentOf(state: FakeState, node: string, permissions: Permissions) {
  if (!may(permissions, 'pull_requests', 'read')) throw forbidden();
  const [kind = '', id] = node.split('_');
  const [__typename, all] = KINDS_OF_COMMENTS[kind]?.(state) ?? ['', []];
  const comment = all.find((candidate) => candidate.id === Number(id));
  if (comment === undefined) return null;
  return { __typename, id: node, body: comment.body, lastEditedAt: comment.editedAt ?? null };
}

interface AnyComment {
  readonly id: number;
  readonly body: string;
  readonly editedAt?: string;
}

/** By how their ids begin. */
const KINDS_OF_COMMENTS: Readonly<Record<string, (state: FakeState) => [string, readonly AnyComment[]]>> = {
  IC: ({ issueComments }) => ['IssueComment', issueComments],
  PRRC: ({ lineComments }) => ['PullRequestReviewComment', lineComments],
  PRR: ({ reviews }) => ['PullRequestReview', reviews],
};

function forbidden(): GraphQLError {
  return new GraphQLError('Resource not accessible by integration');
}

interface CommitInput {
  readonly input: {
    readonly branch: { readonly branchName: string };
    readonly expectedHeadOid: string;
    readonly message: { readonly headline: string };
    readonly fileChanges: { readonly additions: readonly { readonly path: string; readonly contents: string }[] };
  };
}

function commitMutation(state: FakeState, permissions: Permissions) {
  return {
    createCommitOnBranch({ input }: CommitInput) {
      const { branch, expectedHeadOid, message, fileChanges } = input;
      const paths = fileChanges.additions.map(({ path }) => path);
      if (!may(permissions, 'contents', 'write')) throw forbidden();
      if (paths.some((path) => path.startsWith('.github/workflows/')) && !may(permissions, 'workflows', 'write'))
        throw forbidden();
      if (state.git.resolve(branch.branchName) !== expectedHeadOid)
        throw new GraphQLError('Expected branch to point to');
      const files = fileChanges.additions.map(({ path, contents }) => [
        path,
        Buffer.from(contents, 'base64').toString(),
      ]);
      const oid = state.git.commit(branch.branchName, Object.fromEntries(files), { message: message.headline });
      const bot = botOf(state);
      state.people.set(oid, { author: bot, committer: bot });
      state.pushes.push({ branch: branch.branchName, actor: bot, before: expectedHeadOid, after: oid });
      for (const pull of state.pulls.values()) if (pull.branch === branch.branchName) pull.headSha = oid;
      return { commit: { __typename: 'Commit', oid } };
    },
  };
}

interface Page {
  readonly first?: number;
  readonly after?: string;
}

function threadPage(state: FakeState, pull: number, { first = 0, after }: Page, permissions: Permissions) {
  if (!may(permissions, 'pull_requests', 'read')) throw forbidden();
  if (first < 1 || first > MAX_PAGE) throw new GraphQLError('`first` must be between 1 and 100.');
  const all = threadsOf(state, permissions).of(pull);
  const start = after === undefined ? 0 : Number(after);
  const nodes = all.slice(start, start + first);
  const end = start + nodes.length;
  return {
    nodes,
    totalCount: all.length,
    pageInfo: { endCursor: nodes.length === 0 ? null : String(end), hasNextPage: end < all.length },
  };
}

function commit(state: FakeState, oid: string) {
  const rows = new Map(state.git.tree(oid).map((row) => [row.path, row]));
  return {
    __typename: 'Commit',
    oid,
    file({ path }: { readonly path: string }) {
      const row = rows.get(path);
      return row === undefined ? null : entry(state, row);
    },
  };
}

type Row = ReturnType<FakeState['git']['tree']>[number];

function entry(state: FakeState, row: Row) {
  const place = { oid: row.sha, mode: Number.parseInt(row.mode, 8), size: row.size ?? 0, type: row.type };
  if (row.type !== 'blob') return { ...place, object: { __typename: 'Tree', oid: row.sha } };
  const content = state.git.blob(row.sha);
  const isBinary = content.subarray(0, 8000).includes(0);
  const text = isBinary ? null : content.subarray(0, MAX_TEXT).toString('utf8');
  const isTruncated = content.length > MAX_TEXT;
  return { ...place, object: { __typename: 'Blob', oid: row.sha, text, isBinary, isTruncated } };
}

import { type Answer, type Asked, type Handler, invalid, NOT_FOUND, pageOf, textOf, unprocessable } from './answer.ts';
import { diffBody } from './git-routes.ts';
import { lineError, type Place } from './line-error.ts';
import {
  botOf,
  type FakeComment,
  type FakePull,
  type FakePush,
  type FakeReview,
  type FakeState,
  newId,
} from './state.ts';

/** GitHub lists no more files of a pull request than this. */
const MAX_LISTED = 3000;

/** Pull requests, their files, reviews and comments. */
export const pullRoutes: Readonly<Record<string, Handler>> = {
  'GET /repos/{owner}/{repo}/pulls': ({ state, query }) => ({
    status: 200,
    body: pageOf(
      inOrder(
        [...state.pulls.values()].filter(({ open }) => open).filter((pull) => isOfHead(state, pull, query.get('head'))),
        query,
      ),
      query,
    ).map((pull) => pullBody(state, pull)),
  }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': (asked) =>
    withPull(asked, (pull) => ({ status: 200, body: pullBody(asked.state, pull) })),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': (asked) =>
    withPull(asked, (pull) => ({
      status: 200,
      body: pageOf(diffOf(asked.state, pull).slice(0, MAX_LISTED), asked.query).map(diffBody),
    })),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': (asked) =>
    withPull(asked, ({ number }) => ({
      status: 200,
      body: pageOf(
        asked.state.lineComments.filter(({ pull }) => pull === number),
        asked.query,
      ).map(lineCommentBody),
    })),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': (asked) =>
    withPull(asked, (pull) => {
      const { git } = asked.state;
      const shas = git.commitsBetween(git.mergeBase(baseOf(pull), pull.headSha), pull.headSha).slice(0, MAX_COMMITS);
      return { status: 200, body: pageOf(shas, asked.query).map((sha) => commitBody(asked.state, pull, sha)) };
    }),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': (asked) =>
    withPull(asked, ({ number }) => {
      const reviews = asked.state.reviews.filter(({ pull }) => pull === number);
      return { status: 200, body: pageOf(reviews, asked.query).map(reviewBody) };
    }),
  'GET /repos/{owner}/{repo}/activity': ({ state, query }) => {
    const pushes = state.pushes.filter(({ branch }) => `refs/heads/${branch}` === query.get('ref')).toReversed();
    return { status: 200, body: pageOf(pushes, query).map(pushBody) };
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': (asked) => withPull(asked, (pull) => review(asked, pull)),
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments': (asked) =>
    withPull(asked, (pull) => {
      const place = asked.body as unknown as Place & { readonly body: string };
      const error = lineError(diffOf(asked.state, pull), place);
      if (error !== undefined) return invalid(error);
      const comment = addLineComment(asked, pull, place, textOf(asked.body, 'commit_id') ?? pull.headSha);
      return { status: 201, body: lineCommentBody(comment) };
    }),
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}': ({ state, params, body }) => {
    const comment = state.lineComments.find(({ id }) => id === Number(params.comment_id));
    if (comment === undefined) return NOT_FOUND;
    comment.body = textOf(body, 'body') ?? '';
    comment.editedAt = new Date().toISOString();
    return { status: 200, body: lineCommentBody(comment) };
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies': (asked) =>
    withPull(asked, (pull) => {
      const { state, params, body } = asked;
      const root = state.lineComments.find(({ id }) => id === Number(params.comment_id));
      // GitHub takes replies only to the comment that begins a thread.
      if (root === undefined || root.replyTo !== undefined) return NOT_FOUND;
      const { path = '', line = 1, side = 'RIGHT', commit = pull.headSha } = root;
      const place = { pull: pull.number, path, line, side, commit, replyTo: root.id };
      const reply = { id: newId(state), login: botOf(state), body: textOf(body, 'body') ?? '', ...place };
      state.lineComments.push(reply);
      return { status: 201, body: lineCommentBody(reply) };
    }),
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': (asked) => reacted(asked, 'issue'),
  'POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions': (asked) => reacted(asked, 'line'),
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': ({ state, params, query }) => {
    const comments = state.issueComments.filter(({ pull }) => pull === Number(params.issue_number));
    return { status: 200, body: pageOf(comments, query).map(issueCommentBody) };
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': ({ state, params, body }) => {
    const text = textOf(body, 'body') ?? '';
    const comment = { id: newId(state), pull: Number(params.issue_number), login: botOf(state), body: text };
    state.issueComments.push(comment);
    return { status: 201, body: issueCommentBody(comment) };
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': ({ state, params, body }) => {
    const comment = state.issueComments.find(({ id }) => id === Number(params.comment_id));
    if (comment === undefined) return NOT_FOUND;
    comment.body = textOf(body, 'body') ?? '';
    comment.editedAt = new Date().toISOString();
    return { status: 200, body: issueCommentBody(comment) };
  },
};

/** GitHub lists no more commits of a pull request. */
const MAX_COMMITS = 250;

function commitBody({ people }: FakeState, pull: FakePull, sha: string) {
  const { author, committer } = people.get(sha) ?? { author: pull.author, committer: pull.author };
  const person = (login: string | null) => (login === null ? null : { login });
  return { sha, author: person(author), committer: person(committer), parents: [] };
}

function reviewBody({ id, body, state, commit, submittedAt, login }: FakeReview) {
  const user = { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
  return { id, node_id: `PRR_${id}`, body, state, commit_id: commit, submitted_at: submittedAt, user };
}

function pushBody({ branch, actor, before, after }: FakePush) {
  const none = /^0+$/;
  const type = none.test(before) ? 'branch_creation' : none.test(after) ? 'branch_deletion' : 'push';
  const who = actor === null ? null : { login: actor };
  return { ref: `refs/heads/${branch}`, before, after, activity_type: type, actor: who };
}

function reacted({ state, params, body }: Asked, kind: string): Answer {
  const content = textOf(body, 'content') ?? '';
  const reaction = `${kind}/${params.comment_id} ${content}`;
  if (state.reactions.includes(reaction)) return { status: 200, body: { content } };
  state.reactions.push(reaction);
  return { status: 201, body: { content } };
}

/** The last touched is the last one known. */
function inOrder(pulls: readonly FakePull[], query: URLSearchParams): readonly FakePull[] {
  return query.get('direction') === 'asc' ? pulls : pulls.toReversed();
}

/** GitHub takes the head as `owner:branch`, and the owner of a fork is its author here. */
function isOfHead(state: FakeState, { fork, author, branch }: FakePull, head: string | null): boolean {
  return head === null || head === `${fork ? author : state.owner}:${branch}`;
}

/** A pull request as GitHub describes it, as far as it is known here. */
export function pullBody(state: FakeState, pull: FakePull): Readonly<Record<string, unknown>> {
  const owner = pull.fork ? pull.author : state.owner;
  const repository = (login: string) => ({ name: state.repo, full_name: `${login}/${state.repo}`, owner: { login } });
  return {
    id: pull.number,
    number: pull.number,
    state: pull.open ? 'open' : 'closed',
    merged_at: pull.merged === undefined ? null : '2026-11-20T12:00:00Z',
    merge_commit_sha: pull.merged?.commit ?? null,
    title: pull.title,
    body: pull.body,
    user: { login: pull.author },
    draft: pull.draft,
    changed_files: diffOf(state, pull).length,
    head: { ref: pull.branch, sha: pull.headSha, repo: repository(owner) },
    base: { ref: pull.base, sha: state.git.resolve(pull.base), repo: repository(state.owner) },
  };
}

function withPull({ state, params }: Asked, answer: (pull: FakePull) => Answer): Answer {
  const pull = state.pulls.get(Number(params.pull_number));
  return pull === undefined ? NOT_FOUND : answer(pull);
}

/** What a pull request is compared with: its base branch, as it was when it was merged. */
function baseOf({ merged, base }: FakePull): string {
  return merged?.base ?? base;
}

function diffOf(state: FakeState, pull: FakePull) {
  return state.git.diff(state.git.mergeBase(baseOf(pull), pull.headSha), pull.headSha);
}

/** All or nothing, and GitHub does not say which comment it was. */
function review(asked: Asked, pull: FakePull): Answer {
  const { state, body } = asked;
  if (textOf(body, 'event') === 'COMMENT' && !textOf(body, 'body')) return unprocessable("Body can't be blank");
  const comments = (body.comments ?? []) as readonly (Place & { readonly body: string })[];
  const diff = diffOf(state, pull);
  const errors = comments.flatMap((comment) => lineError(diff, comment) ?? []);
  if (errors.length > 0) return unprocessable(...new Set(errors));
  const commit = textOf(body, 'commit_id') ?? pull.headSha;
  const made: FakeReview = {
    id: newId(state),
    pull: pull.number,
    commit,
    body: textOf(body, 'body') ?? '',
    login: botOf(state),
    state: 'COMMENTED',
    submittedAt: new Date().toISOString(),
  };
  state.reviews.push(made);
  for (const comment of comments) addLineComment(asked, pull, comment, commit, made.id);
  const user = { login: botOf(state) };
  return { status: 200, body: { id: made.id, body: made.body, state: 'COMMENTED', commit_id: commit, user } };
}

function addLineComment(
  { state }: Asked,
  pull: FakePull,
  place: Place & { readonly body: string },
  commit: string,
  review?: number,
): FakeComment {
  const comment: FakeComment = {
    id: newId(state),
    pull: pull.number,
    login: botOf(state),
    body: place.body,
    path: place.path,
    line: place.line,
    side: place.side ?? 'RIGHT',
    commit,
    ...(review === undefined ? {} : { review }),
  };
  state.lineComments.push(comment);
  return comment;
}

/** A comment on a line, as REST and webhooks describe it. */
export function lineCommentBody(comment: FakeComment) {
  const { id, body, path, line, side, commit, replyTo } = comment;
  const reply = replyTo === undefined ? {} : { in_reply_to_id: replyTo };
  return { id, node_id: `PRRC_${id}`, body, path, line, side, ...reply, commit_id: commit, user: userOf(comment) };
}

/** A comment on a pull request, as REST and webhooks describe it. */
export function issueCommentBody(comment: FakeComment) {
  return { id: comment.id, node_id: `IC_${comment.id}`, body: comment.body, user: userOf(comment) };
}

function userOf({ login }: FakeComment) {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}

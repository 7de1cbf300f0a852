import { createHmac, randomUUID } from 'node:crypto';
import { checkBody } from './check-routes.ts';
import { complete } from './complete.ts';
import type { Files } from './import-stream.ts';
import { openapi, violationsOf } from './openapi.ts';
import { issueCommentBody, lineCommentBody, pullBody } from './pull-routes.ts';
import type { FakeGitHub } from './start-fake-github.ts';
import {
  type FakeCheckRun,
  type FakeComment,
  type FakeDelivery,
  type FakePeople,
  type FakePull,
  type FakeReview,
  newId,
} from './state.ts';

/** What people do on the fake GitHub; each deed sends the webhook that GitHub would send. */
export interface Driver {
  /** Commits to a new branch and opens a pull request to main. */
  open(
    files: Files,
    options?: {
      readonly draft?: boolean;
      readonly fork?: boolean;
      readonly title?: string;
      readonly base?: string;
      readonly people?: FakePeople;
    },
  ): Promise<FakePull>;
  /** Pushed by the author, unless `as` says otherwise: who pushes, and whose commit it is. */
  push(pull: FakePull, files: Files, as?: { readonly by?: string; readonly people?: FakePeople }): Promise<string>;
  /** Leaves a review; approves by default. */
  approve(pull: FakePull, login: string, body: string, state?: FakeReview['state']): FakeReview;
  /** Sends an event of the pull request without changing anything. */
  announce(pull: FakePull, action: string, more?: object): Promise<number>;
  /** The same, made ready: answers what sends it. */
  prepare(pull: FakePull, action: string, more?: object): () => Promise<number>;
  rerequest(run: FakeCheckRun): Promise<number>;
  rerequestAll(headSha: string): Promise<number>;
  /** Writes a comment on the pull request, or as a reply in the thread of a line comment. */
  comment(pull: FakePull, login: string, body: string, thread?: FakeComment): Promise<number>;
  /** Edits a comment, whoever wrote it. */
  edit(pull: FakePull, comment: FakeComment, body: string): Promise<number>;
  /** Deletes a comment, whoever wrote it. */
  remove(pull: FakePull, comment: FakeComment): Promise<number>;
  /** Presses a button of a check. */
  press(run: FakeCheckRun, button: string, login: string): Promise<number>;
  queueForMerge(pull: FakePull): Promise<string>;
  /** Merges it and deletes its branch; gives the commits of `main` before and after. */
  merge(pull: FakePull, login: string): { readonly before: string; readonly after: string };
  /** Sends any payload; `secret` to sign it with another one. Answers the HTTP status. */
  send(event: string, payload: object, secret?: string): Promise<number>;
}

/** A pull request as the issue that it is too. */
function issueOf({ number, author }: FakePull) {
  const faces = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'eyes', 'rocket'];
  const none = { url: 'https://github.invalid', total_count: 0, ...Object.fromEntries(faces.map((face) => [face, 0])) };
  return { number, pull_request: {}, user: { login: author, id: 1 }, author_association: 'NONE', reactions: none };
}

export function driver(github: FakeGitHub, hook: { readonly url: string; readonly secret: string }): Driver {
  const { state } = github;
  const place = {
    repository: { name: state.repo, full_name: `${state.owner}/${state.repo}`, owner: { login: state.owner } },
    installation: { id: state.installation },
    sender: { login: 'ada' },
  };
  github.onRedelivery((id) => {
    const lost = state.deliveries.find((delivery) => delivery.id === id);
    if (lost !== undefined) void deliver(lost.event, lost.payload, lost.guid);
  });

  async function deliver(
    event: string,
    payload: object,
    guid: string = randomUUID(),
    secret = hook.secret,
  ): Promise<number> {
    const delivery: FakeDelivery = {
      id: newId(state),
      guid,
      event,
      payload: payload as Readonly<Record<string, unknown>>,
      deliveredAt: new Date().toISOString(),
      redelivery: state.deliveries.some((earlier) => earlier.guid === guid),
      statusCode: 0,
    };
    state.deliveries.push(delivery);
    const body = JSON.stringify(payload);
    const headers = {
      'content-type': 'application/json',
      'x-github-event': event,
      'x-github-delivery': guid,
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    };
    try {
      delivery.statusCode = (await fetch(hook.url, { method: 'POST', headers, body })).status;
    } catch {
      delivery.statusCode = 0;
    }
    return delivery.statusCode;
  }

  /** The payload, completed and checked against GitHub's description of the webhook. */
  function payloadOf(name: string, given: object): object {
    const schema = openapi.webhooks[name];
    if (schema === undefined) throw new Error(`The extract has no webhook ${name}.`);
    const payload = complete(schema, { ...place, ...given }) as object;
    const wrong = violationsOf(schema, payload);
    if (wrong.length > 0) throw new Error(`Webhook ${name}: ${wrong.join('; ')}`);
    return payload;
  }

  function prepare(pull: FakePull, action: string, more: object = {}): () => Promise<number> {
    const name = `pull-request-${action.replaceAll('_', '-')}`;
    const given = { action, number: pull.number, pull_request: pullBody(state, pull), ...more };
    const payload = payloadOf(name, given);
    return () => deliver('pull_request', payload);
  }

  /** Says that a comment was edited or deleted. */
  function touched(pull: FakePull, comment: FakeComment, action: string, more: object = {}): Promise<number> {
    if (comment.path === undefined) {
      const given = { action, issue: issueOf(pull), comment: issueCommentBody(comment), ...more };
      return deliver('issue_comment', payloadOf(`issue-comment-${action}`, given));
    }
    const given = { action, pull_request: pullBody(state, pull), comment: lineCommentBody(comment), ...more };
    return deliver('pull_request_review_comment', payloadOf(`pull-request-review-comment-${action}`, given));
  }

  const announce = (pull: FakePull, action: string, more?: object): Promise<number> => prepare(pull, action, more)();

  return {
    async open(files, { draft = false, fork = false, title = 'Change the pipeline', base = 'main', people } = {}) {
      const number = newId(state);
      const branch = `branch-${number}`;
      const headSha = state.git.commit(branch, files, { from: base });
      if (people) state.people.set(headSha, people);
      const pull: FakePull = {
        number,
        author: 'ada',
        title,
        body: '',
        base,
        branch,
        headSha,
        draft,
        open: true,
        fork,
      };
      state.pulls.set(number, pull);
      if (!fork) state.pushes.push({ branch, actor: 'ada', before: '0'.repeat(40), after: headSha });
      await announce(pull, 'opened');
      return pull;
    },
    async push(pull, files, { by = pull.author, people = { author: by, committer: by } } = {}) {
      const before = pull.headSha;
      pull.headSha = state.git.commit(pull.branch, files);
      state.people.set(pull.headSha, people);
      if (!pull.fork) state.pushes.push({ branch: pull.branch, actor: by, before, after: pull.headSha });
      state.pulls.delete(pull.number);
      state.pulls.set(pull.number, pull);
      await announce(pull, 'synchronize', { before, after: pull.headSha });
      return pull.headSha;
    },
    approve(pull, login, body, given = 'APPROVED') {
      const review: FakeReview = {
        id: newId(state),
        pull: pull.number,
        commit: pull.headSha,
        body,
        login,
        state: given,
        submittedAt: new Date().toISOString(),
      };
      state.reviews.push(review);
      return review;
    },
    announce,
    prepare,
    rerequest: (run) =>
      deliver(
        'check_run',
        payloadOf('check-run-rerequested', { action: 'rerequested', check_run: checkBody(state, run) }),
      ),
    rerequestAll: (headSha) =>
      deliver(
        'check_suite',
        payloadOf('check-suite-rerequested', { action: 'rerequested', check_suite: { head_sha: headSha } }),
      ),
    async comment(pull, login, body, thread) {
      const comment = { id: newId(state), pull: pull.number, login, body };
      const issue = issueOf(pull);
      if (thread === undefined) {
        state.issueComments.push(comment);
        const given = { action: 'created', issue, comment: issueCommentBody(comment) };
        return await deliver('issue_comment', payloadOf('issue-comment-created', given));
      }
      const { path = '', line = 1, side = 'RIGHT', commit = pull.headSha } = thread;
      const reply = { ...comment, path, line, side, commit, replyTo: thread.id };
      state.lineComments.push(reply);
      const given = { action: 'created', pull_request: pullBody(state, pull), comment: lineCommentBody(reply) };
      const name = 'pull-request-review-comment-created';
      return await deliver('pull_request_review_comment', payloadOf(name, given));
    },
    async edit(pull, comment, body) {
      const from = comment.body;
      comment.body = body;
      comment.editedAt = new Date().toISOString();
      return await touched(pull, comment, 'edited', { changes: { body: { from } } });
    },
    async remove(pull, comment) {
      for (const all of [state.issueComments, state.lineComments]) {
        const at = all.indexOf(comment);
        if (at >= 0) all.splice(at, 1);
      }
      return await touched(pull, comment, 'deleted');
    },
    press: (run, identifier, login) =>
      deliver(
        'check_run',
        payloadOf('check-run-requested-action', {
          action: 'requested_action',
          check_run: checkBody(state, run),
          requested_action: { identifier },
          sender: { login },
        }),
      ),
    async queueForMerge(pull) {
      const base = state.git.resolve('main') ?? '';
      const branch = `gh-readonly-queue/main/pr-${pull.number}-${base}`;
      const head = state.git.commit(branch, {}, { from: pull.headSha, message: 'Merge' });
      const group = { base_sha: base, head_sha: head, base_ref: 'refs/heads/main', head_ref: `refs/heads/${branch}` };
      await deliver(
        'merge_group',
        payloadOf('merge-group-checks-requested', { action: 'checks_requested', merge_group: group }),
      );
      return head;
    },
    merge(pull, login) {
      const before = state.git.resolve('main') ?? '';
      const after = state.git.commit('main', {}, { from: pull.headSha, message: `Merge #${pull.number}` });
      Object.assign(pull, { open: false, merged: { commit: after, base: before } });
      state.pushes.push({ branch: pull.branch, actor: login, before: pull.headSha, after: '0'.repeat(40) });
      return { before, after };
    },
    send: (event, payload, secret) => deliver(event, payload, undefined, secret),
  };
}

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { answerComment } from '../../src/github/comments/answer-comment.ts';
import { markerKey, writeMarker } from '../../src/github/comments/markers.ts';
import { githubSink } from '../../src/github/github-sink.ts';
import type { Receipt, Review } from '../../src/types.ts';
import { openPull } from '../app/open-pull.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakeComment, FakePull } from '../support/fake-github/state.ts';
import { commentAt, failingReview, findingAt, reviewOf } from './review-fixture.ts';

const BOT = 'pipewright-test[bot]';
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
const key = markerKey('secret');

let github: FakeGitHub;
let octokit: Octokit;
let pull: FakePull;

beforeEach(async () => {
  github = await startFakeGitHub();
  octokit = new Octokit({ baseUrl: github.url, auth: 'token', log: QUIET });
  github.state.git.commit('main', { Dockerfile: 'FROM node:20\n' });
  pull = openPull(github, { Dockerfile: 'FROM node:22\nRUN npm ci\n' });
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

async function publish(review: Review, number = 7): Promise<Receipt> {
  const render = { summary: () => 'Summary', checkTitle: () => 'Title', checkSummary: () => 'Summary' };
  const options = { owner: 'acme', repo: 'churn', number, login: BOT, markerKey: key, render };
  return await githubSink(octokit, options).publish(review);
}

const found = () => failingReview({ headSha: pull.headSha }, [1]);
const clean = () => reviewOf({ headSha: pull.headSha });

function write(login: string, body: string, more: Partial<FakeComment> = {}): FakeComment {
  const comment = {
    id: github.state.nextId++,
    pull: 7,
    login,
    body,
    path: 'Dockerfile',
    line: 1,
    side: 'RIGHT',
    ...more,
  };
  github.state.lineComments.push(comment);
  return comment;
}

describe('a marker', () => {
  test('that somebody made up silences nothing and is not marked as fixed', async () => {
    const forged = write(BOT, `text\n\n<!-- pipewright finding f1 ${'a'.repeat(32)} -->`);
    expect(await publish(found())).toMatchObject({ commentsPosted: 1 });
    expect(await publish(clean())).toMatchObject({ commentsMarkedFixed: 1 });
    expect(forged.body).not.toContain('Fixed');
  });

  test('of another pull request is worth nothing in this one', async () => {
    const scope = { key, repository: 'acme/churn', number: 8 };
    write(BOT, `text\n\n${writeMarker(scope, { kind: 'finding', subject: 'f1' })}`);
    expect(await publish(found())).toMatchObject({ commentsPosted: 1 });
  });

  test('of another repository is worth nothing in this one', async () => {
    const scope = { key, repository: 'acme/other', number: 7 };
    write(BOT, `text\n\n${writeMarker(scope, { kind: 'finding', subject: 'f1' })}`);
    expect(await publish(found())).toMatchObject({ commentsPosted: 1 });
  });

  test('that a person copied into a comment of their own silences nothing, and their comment is left alone', async () => {
    await publish(found());
    const [ours] = github.state.lineComments.splice(0);
    github.state.issueComments.length = 0;
    const copied = write('mallory', ours?.body ?? '');
    expect(await publish(found())).toMatchObject({ commentsPosted: 1 });
    await publish(clean());
    expect(copied.body).toBe(ours?.body);
    expect(copied).not.toHaveProperty('minimized');
  });

  test('that a person copied into an answer to our comment does not contest it', async () => {
    await publish(found());
    const scope = { key, repository: 'acme/churn', number: 7 };
    const [ours] = github.state.lineComments;
    write('mallory', `no\n\n${writeMarker(scope, { kind: 'contested', subject: 'f1' })}`, { replyTo: ours?.id ?? 0 });
    await publish(found());
    expect(github.state.issueComments[0]?.body).not.toContain('Contested');
  });

  test.each([
    ['a value that we quote', (copy: string) => `**The tag \`${copy}\` moves.**`],
    ['a line that we suggest', (copy: string) => `**Pin it.**\n\n\`\`\`suggestion\n${copy}\n\`\`\``],
    ['a line that we suggest behind a fence', (copy: string) => `x\n\n\`\`\`\`suggestion\n\`\`\`\n${copy}\n\`\`\`\``],
  ])('of ours that comes back in %s ignores nothing', async (_what, quoting) => {
    const scope = { key, repository: 'acme/churn', number: 7 };
    const copy = writeMarker(scope, { kind: 'ignored', subject: 'root-user' });
    const own = writeMarker(scope, { kind: 'summary', subject: '-' });
    github.state.issueComments.push({ id: 1, pull: 7, login: BOT, body: `${quoting(copy)}\n\n${own}` });
    expect(await publish(found())).toMatchObject({ commentsPosted: 1 });
  });

  test('of an ignored rule in a comment of a person ignores nothing', async () => {
    const scope = { key, repository: 'acme/churn', number: 7 };
    const body = `fine\n\n${writeMarker(scope, { kind: 'ignored', subject: 'root-user' })}`;
    github.state.issueComments.push({ id: 1, pull: 7, login: 'mallory', body });
    expect(await publish(found())).toMatchObject({ commentsPosted: 1 });
  });
});

describe('a comment of ours that a maintainer edited', () => {
  test('counts as said while its marker is there', async () => {
    await publish(found());
    const [ours] = github.state.lineComments;
    if (ours) ours.body = `We talked about this.\n\n${ours.body.split('\n').at(-1)}`;
    expect(await publish(found())).toMatchObject({ commentsPosted: 0 });
    expect(ours?.body).toContain('We talked about this.');
  });

  test('counts as said without its marker too, for the summary remembers', async () => {
    await publish(found());
    for (const comment of github.state.lineComments) comment.body = 'We talked about this.';
    expect(await publish(found())).toMatchObject({ commentsPosted: 0 });
  });

  test('to bear the marker of another finding hides only that one, which it may', async () => {
    const two = failingReview({ headSha: pull.headSha }, [1, 2]);
    await publish(two);
    const [first, second] = github.state.lineComments;
    if (first && second) first.body = second.body;
    github.state.issueComments.length = 0;
    expect(await publish(two)).toMatchObject({ commentsPosted: 1 });
  });

  test('is not repeated in the summary: a note that was edited is not ours to say', async () => {
    const scope = { key, repository: 'acme/churn', number: 7 };
    const at = { client: octokit, owner: 'acme', repo: 'churn', number: 7, login: BOT, scope };
    await answerComment(at, { id: 5 }, '`root-user`, asked by `ada`: known', [
      { kind: 'ignored', subject: 'root-user' },
    ]);
    const [note] = github.state.issueComments;
    const two = { ...found(), comments: [commentAt(1)], findings: [findingAt(1), findingAt(2, { rule: 'other' })] };
    await publish(two);
    expect(github.state.issueComments.at(-1)?.body).toContain('- `root-user`, asked by `ada`: known');
    if (note) note.body = note.body.replace('known', 'known @acme/everyone ![x](https://evil.example)');
    await publish(two);
    const summary = github.state.issueComments.at(-1)?.body;
    expect(summary).toContain('`root-user`, in a note that was edited since');
    expect(summary).not.toMatch(/@acme|evil/);
  });
});

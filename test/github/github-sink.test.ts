import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { concludeAll, type StartedChecks, startChecks } from '../../src/github/checks/checks.ts';
import { markerKey } from '../../src/github/comments/markers.ts';
import { githubSink } from '../../src/github/github-sink.ts';
import type { Receipt, Review } from '../../src/types.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { commentAt, failingReview, findingAt, reviewOf } from './review-fixture.ts';

let github: FakeGitHub;
let octokit: Octokit;
let pull: FakePull;

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
const REVIEWS = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const LINES = Array.from({ length: 40 }, (_, index) => `RUN echo ${index}`);

beforeEach(async () => {
  github = await startFakeGitHub();
  octokit = new Octokit({ baseUrl: github.url, auth: 'token', log: QUIET });
  github.state.git.commit('main', { Dockerfile: LINES.join('\n') });
  pull = addPull(7, {});
  push('FROM node:22');
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

function addPull(number: number, given: Partial<FakePull>): FakePull {
  const known = { number, author: 'ada', title: 'Faster', body: '', base: 'main', branch: `b${number}`, headSha: '' };
  const made: FakePull = { ...known, draft: false, open: true, fork: false, ...given };
  github.state.pulls.set(number, made);
  return made;
}

/** Changes the first line, so that lines 1 to 4 are in the only hunk. */
function push(first: string): string {
  const content = [first, ...LINES.slice(1)].join('\n');
  pull.headSha = github.state.git.commit(pull.branch, { Dockerfile: content }, { from: 'main' });
  return pull.headSha;
}

function start(subject = 'pull/7'): Promise<StartedChecks> {
  const commit = { owner: 'acme', repo: 'churn', headSha: pull.headSha, subject };
  return startChecks(octokit, commit, ['DevOps engineer', 'MLOps engineer']);
}

async function publish(review: Review, checks?: StartedChecks): Promise<Receipt> {
  const sink = githubSink(octokit, {
    owner: 'acme',
    repo: 'churn',
    number: review.change.number ?? 7,
    login: 'pipewright-test[bot]',
    markerKey: markerKey('secret'),
    render: {
      summary: ({ findings }) => `Summary: ${findings.length}`,
      checkTitle: (_, persona) => persona?.title ?? 'Title',
      checkSummary: () => 'Check summary',
    },
    ...(checks === undefined ? {} : { checks }),
  });
  return await sink.publish(review);
}

function absent(): never {
  throw new Error('missing');
}

function head() {
  return { headSha: pull.headSha };
}

describe('comments', () => {
  test('are posted as one review of the analysed commit, with one summary', async () => {
    const receipt = await publish(failingReview(head(), [1, 2]));
    expect(receipt).toMatchObject({ commentsPosted: 2, summary: 'created', failures: [] });
    expect(github.state.reviews).toMatchObject([{ commit: pull.headSha }]);
    expect(github.state.lineComments.map(({ line }) => line)).toEqual([1, 2]);
    expect(github.state.issueComments).toHaveLength(1);
  });

  test('are not repeated on the next push; only what is new is', async () => {
    await publish(failingReview(head(), [1]));
    push('FROM node:23');
    const receipt = await publish(failingReview(head(), [1, 3]));
    expect(receipt).toMatchObject({ commentsPosted: 1, commentsMarkedFixed: 0, summary: 'updated' });
    expect(github.state.reviews).toHaveLength(2);
    expect(github.state.lineComments.map(({ line }) => line)).toEqual([1, 3]);
    expect(github.state.issueComments).toHaveLength(1);
  });

  test('without news there is no review', async () => {
    await publish(failingReview(head(), [1]));
    const receipt = await publish(failingReview(head(), [1]));
    expect(receipt).toMatchObject({ commentsPosted: 0, summary: 'unchanged' });
    expect(github.state.reviews).toHaveLength(1);
  });

  test('whose finding is gone say in which commit', async () => {
    await publish(failingReview(head(), [1, 2]));
    const fixing = push('FROM node:24');
    const receipt = await publish(failingReview(head(), [2]));
    expect(receipt.commentsMarkedFixed).toBe(1);
    const [first, second] = github.state.lineComments;
    expect(first?.body).toContain('~~**Problem on line 1.** Why.~~');
    expect(first?.body).toContain(`Fixed or no longer in this change as of ${fixing}.`);
    expect(second?.body).not.toContain('Fixed');
  });

  test('that are fixed are hidden, and resolved where we may', async () => {
    await publish(failingReview(head(), [1, 2]));
    await publish(failingReview(head(), [2]));
    expect(github.state.lineComments.map(({ minimized }) => minimized)).toEqual(['RESOLVED', undefined]);
    expect(github.state.lineComments[0]?.resolvedBy).toBeUndefined();
    github.state.granted = { ...github.state.granted, contents: 'write' };
    await publish(reviewOf(head()));
    expect(github.state.lineComments[1]?.resolvedBy).toBe('pipewright-test[bot]');
  });

  test('that people answered stay open to them when they are fixed', async () => {
    github.state.granted = { ...github.state.granted, contents: 'write' };
    await publish(failingReview(head(), [1]));
    const [ours] = github.state.lineComments;
    github.state.lineComments.push({ id: 5, pull: 7, login: 'ada', body: 'Really?', replyTo: ours?.id ?? 0 });
    await publish(reviewOf(head()));
    expect(ours?.body).toContain('Fixed');
    expect(ours).not.toHaveProperty('minimized');
    expect(ours).not.toHaveProperty('resolvedBy');
  });

  test('that a person resolved, deleted or emptied are not repeated while the code is the same', async () => {
    await publish(failingReview(head(), [1, 2, 3]));
    const [resolved, emptied, deleted] = github.state.lineComments;
    if (resolved) resolved.resolvedBy = 'ada';
    if (emptied) emptied.body = 'never mind';
    github.state.lineComments.splice(github.state.lineComments.indexOf(deleted ?? absent()), 1);
    expect(await publish(failingReview(head(), [1, 2, 3]))).toMatchObject({ commentsPosted: 0 });
    // Gone, and back: that is news.
    await publish(failingReview(head(), [1, 2]));
    expect(await publish(failingReview(head(), [1, 2, 3]))).toMatchObject({ commentsPosted: 1 });
  });

  test('that were marked fixed are not marked again, and a finding that returns is news', async () => {
    await publish(failingReview(head(), [1]));
    expect(await publish(reviewOf(head()))).toMatchObject({ commentsMarkedFixed: 1 });
    expect(await publish(reviewOf(head()))).toMatchObject({ commentsMarkedFixed: 0 });
    expect(await publish(failingReview(head(), [1]))).toMatchObject({ commentsPosted: 1 });
  });

  test('are not called fixed by a review that is not complete', async () => {
    await publish(failingReview(head(), [1]));
    const receipt = await publish(reviewOf(head(), { incomplete: ['GitHub was down'], conclusion: 'action_required' }));
    expect(receipt.commentsMarkedFixed).toBe(0);
  });

  test('of a model are not called fixed because it did not repeat them', async () => {
    const remark = { findings: [findingAt(1, { origin: 'model' })], comments: [commentAt(1)] };
    await publish(reviewOf(head(), remark));
    expect(await publish(reviewOf(head()))).toMatchObject({ commentsMarkedFixed: 0 });
  });

  test('count as ours only with our login and a marker that verifies', async () => {
    await publish(failingReview(head(), [1]));
    const [ours] = github.state.lineComments;
    const body = ours?.body ?? '';
    github.state.lineComments.length = 0;
    github.state.issueComments.length = 0;
    github.state.lineComments.push({ id: 1, pull: 7, login: 'mallory', body });
    const forged = body.replace(/[0-9a-f]{32} -->/, `${'0'.repeat(32)} -->`);
    github.state.lineComments.push({ id: 2, pull: 7, login: 'pipewright-test[bot]', body: forged });
    expect(await publish(failingReview(head(), [1]))).toMatchObject({ commentsPosted: 1 });
  });

  test('span several lines within a hunk', async () => {
    const review = failingReview(head(), [3]);
    await publish({ ...review, comments: [commentAt(3, { startLine: 1 })] });
    expect(github.state.reviews).toHaveLength(1);
  });

  test('that GitHub refuses do not take the others with them; the summary lists them', async () => {
    const receipt = await publish(failingReview(head(), [1, 30, 2]));
    expect(receipt.commentsPosted).toBe(2);
    expect(receipt.failures).toEqual([expect.stringContaining('Dockerfile:30')]);
    expect(github.state.issueComments[0]?.body).toContain('Dockerfile:30');
  });

  test('of which GitHub refuses one take nobody with them: twenty-nine are posted once, one is listed', async () => {
    const review = failingReview(head(), []);
    const places = Array.from({ length: 30 }, (_, index) => ({ fingerprint: `f${index}`, line: (index % 4) + 1 }));
    const comments = places.map((place, index) => commentAt(1, index === 17 ? { ...place, line: 30 } : place));
    const receipt = await publish({ ...review, comments });
    expect(receipt.commentsPosted).toBe(29);
    expect(github.state.lineComments).toHaveLength(29);
    expect(receipt.failures).toEqual([
      'Dockerfile:30 (GitHub answered 422 to POST /repos/acme/churn/pulls/7/comments)',
    ]);
    expect(github.state.issueComments[0]?.body).toContain('**GitHub did not accept a comment on these lines**');
    expect(await publish({ ...review, comments: comments.filter(({ line }) => line < 30) })).toMatchObject({
      commentsPosted: 0,
    });
  });

  test('are posted once although the answer to the review got lost', async () => {
    github.fail({ route: REVIEWS, status: 502, afterwards: true });
    expect(await publish(failingReview(head(), [1]))).toMatchObject({ commentsPosted: 1, failures: [] });
    expect(github.state.reviews).toHaveLength(1);
  });

  test('stay away from drafts, closed pull requests, heads that moved on and repositories that are observed', async () => {
    await publish(failingReview({ ...head(), draft: true }, [1]));
    await publish(failingReview({ headSha: github.state.git.resolve('main') ?? '' }, [1]));
    await publish({ ...failingReview(head(), [1]), mode: 'observe', enforced: [], comments: [] });
    pull.open = false;
    await publish(failingReview(head(), [1]));
    expect(github.state.reviews).toEqual([]);
    expect(github.state.issueComments).toEqual([]);
  });
});

describe('the summary', () => {
  test('is not started by a clean review', async () => {
    expect(await publish(reviewOf(head()))).toMatchObject({ summary: 'none' });
    expect(github.state.issueComments).toEqual([]);
  });

  test('that exists is kept true by a clean review', async () => {
    await publish(failingReview(head(), [1]));
    expect(await publish(reviewOf(head()))).toMatchObject({ summary: 'updated' });
    expect(github.state.issueComments[0]?.body).toContain('Summary: 0');
  });

  test('that fails is reported, and the rest is published', async () => {
    github.fail({ route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', status: 403 });
    const receipt = await publish(failingReview(head(), [1]));
    expect(receipt).toMatchObject({ commentsPosted: 1, summary: 'none' });
    expect(receipt.failures).toEqual([expect.stringContaining('GitHub answered 403')]);
  });
});

describe('checks', () => {
  test('are in progress first, then concluded: the aggregate, and one per persona', async () => {
    const checks = await start();
    expect(github.state.checkRuns.map(({ name, status }) => [name, status])).toEqual([
      ['Pipewright', 'in_progress'],
      ['Pipewright / DevOps engineer', 'in_progress'],
      ['Pipewright / MLOps engineer', 'in_progress'],
    ]);
    const devops = { name: 'devops-engineer', title: 'DevOps engineer', conclusion: 'failure' } as const;
    const review = { ...failingReview(head(), [1]), personas: [{ ...devops, verdicts: [], findings: [] }] };
    const receipt = await publish(review, checks);
    expect(receipt.checks.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['Pipewright', 'failure'],
      ['Pipewright / DevOps engineer', 'failure'],
      ['Pipewright / MLOps engineer', 'success'],
    ]);
    expect(github.state.checkRuns.at(-1)).toMatchObject({ status: 'completed', title: 'Nothing to review' });
  });

  test('take all annotations, fifty at a time', async () => {
    const findings = Array.from({ length: 120 }, (_, index) => findingAt(index + 1));
    await publish(reviewOf(head(), { findings, conclusion: 'neutral' }), await start());
    expect(github.state.checkRuns[0]?.annotations).toHaveLength(120);
  });

  test('have a run for a persona that was not known at the start', async () => {
    const checks = await start();
    const own = { name: 'db', title: 'Database engineer', conclusion: 'neutral', verdicts: [], findings: [] } as const;
    await publish(reviewOf(head(), { personas: [own] }), checks);
    expect(github.state.checkRuns.at(-1)).toMatchObject({
      name: 'Pipewright / Database engineer',
      conclusion: 'neutral',
    });
  });

  test('can be cancelled', async () => {
    await concludeAll(octokit, await start(), {
      conclusion: 'cancelled',
      title: 'Superseded',
      summary: 'A newer push.',
    });
    expect(github.state.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  test('of two pull requests with one head show the worse conclusion, last or not', async () => {
    addPull(8, { headSha: pull.headSha });
    const [first, second] = [await start('pull/7'), await start('pull/8')];
    await publish(reviewOf({ ...head(), number: 8 }), second);
    const receipt = await publish(failingReview(head(), [1]), first);
    expect(receipt.checks[0]?.conclusion).toBe('failure');
    const shown = github.state.checkRuns.filter(({ name }) => name === 'Pipewright').toSorted((a, b) => b.id - a.id)[0];
    expect(shown?.conclusion).toBe('failure');
    const again = await publish(reviewOf({ ...head(), number: 8 }), await start('pull/8'));
    expect(again.checks[0]?.conclusion).toBe('failure');
  });
});

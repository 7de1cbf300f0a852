import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Service } from '../../src/app/service.ts';
import { buttonJob, commandJob, doWork, type Work } from '../../src/app/work.ts';
import type { Run } from '../../src/run.ts';
import { INJECTION, openPull, reviewOfPull } from '../app/open-pull.ts';
import { productionService } from '../app/production-service.ts';
import { commentAt, failingReview } from '../github/review-fixture.ts';
import type { Fault } from '../support/fake-github/fault.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';

const PATH = '.github/workflows/greet.yml';
const MANY = 60;
/** More problems than one request takes annotations of. */
const PROBLEMS = INJECTION + INJECTION.slice(INJECTION.indexOf('      - run')).repeat(MANY - 1);

const TOKENS = 'POST /app/installations/{installation_id}/access_tokens';
const CHECKS = 'POST /repos/{owner}/{repo}/check-runs';
const CONCLUSIONS = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
const REVIEWS = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const LINE_COMMENTS = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments';
const COMMENTS = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const REPLIES = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies';
const REACTIONS = 'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';
const COMMIT: Pick<Fault, 'route' | 'when'> = {
  route: 'POST /graphql',
  when: ({ query }) => String(query).includes('createCommitOnBranch'),
};

type Loss = Omit<Fault, 'route'>;

const BEFORE: Loss = { status: 502 };
const AFTER: Loss = { status: 502, afterwards: true };

/** The ways that GitHub fails, each answered by looking before creating again. */
const FAILURES: readonly (readonly [name: string, losses: readonly Loss[]])[] = [
  ['a 502 before the work', [BEFORE]],
  ['a 502 after the work', [AFTER]],
  ['three times a 502 before the work', [BEFORE, BEFORE, BEFORE]],
  ['a 502 before the work, and then one after it', [BEFORE, AFTER]],
];

/** The ways that the network fails. */
const BROKEN_ANSWERS: readonly (readonly [name: string, loss: Loss])[] = [
  ['a connection reset before the answer', { status: 200, afterwards: true, lost: 'reset' }],
  ['a connection reset within the answer', { status: 200, afterwards: true, lost: 'cut' }],
  ['silence', { status: 200, afterwards: true, lost: 'never' }],
  ['a page of a proxy', { status: 502, afterwards: true, body: '<html>Bad gateway</html>' }],
  ['a page that claims to be fine', { status: 200, afterwards: true, body: '<html>Welcome</html>' }],
  ['an empty answer', { status: 200, afterwards: true, body: '' }],
];

let github: FakeGitHub;
let service: Service;
let pull: FakePull;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { 'README.md': 'hello\n' });
  pull = openPull(github, { [PATH]: PROBLEMS });
  service = await productionService(github, { run: publishing });
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

/** Says what was found without looking for it. */
const publishing: Run = async ({ sink }) => {
  const lines = Array.from({ length: MANY }, (_, index) => index + 1);
  const found = failingReview({ headSha: pull.headSha }, lines);
  const location = { path: PATH, side: 'head', startLine: 9, startColumn: 1, endLine: 9, endColumn: 2 } as const;
  const findings = found.findings.map((finding) => ({ ...finding, location }));
  const review = { ...found, findings, comments: [commentAt(9, { fingerprint: 'f1', path: PATH })] };
  return { review, receipt: await sink.publish(review) };
};

function fail(place: Pick<Fault, 'route' | 'when'>, losses: readonly Loss[]): void {
  for (const loss of losses) github.fail({ ...place, ...loss });
}

function work(given: Work): Promise<void> {
  return doWork(service, given, new AbortController().signal);
}

describe.each(FAILURES)('with %s', (_, losses) => {
  test.each([
    ['an access token', TOKENS],
    ['a check run', CHECKS],
    ['its annotations and conclusion', CONCLUSIONS],
    ['a review', REVIEWS],
    ['the summary', COMMENTS],
  ])('%s is there exactly once', async (_what, route) => {
    fail({ route }, losses);
    await work(reviewOfPull(pull));
    expectOneReview();
  });

  test('a comment that is posted by itself is there exactly once', async () => {
    github.fail({ route: REVIEWS, status: 422 });
    fail({ route: LINE_COMMENTS }, losses);
    await work(reviewOfPull(pull));
    expect(github.state.lineComments).toHaveLength(1);
    expect(github.state.issueComments).toHaveLength(1);
  });

  test('an answer to a command is there exactly once', async () => {
    fail({ route: COMMENTS }, losses);
    await work(command('/pipewright explain template-injection'));
    await work(command('/pipewright explain template-injection'));
    expect(github.state.issueComments.filter(({ login }) => login.endsWith('[bot]'))).toHaveLength(1);
  });

  test('a reply in a thread is there exactly once', async () => {
    await work(reviewOfPull(pull));
    fail({ route: REPLIES }, losses);
    await work(command('/pipewright contest it is not so', github.state.lineComments[0]?.id));
    expect(github.state.lineComments.filter(({ replyTo }) => replyTo !== undefined)).toHaveLength(1);
  });

  test('a reaction is there exactly once', async () => {
    fail({ route: REACTIONS }, losses);
    await work(command('/pipewright review'));
    expect(github.state.reactions).toEqual(['issue/90 +1']);
  });

  test('a commit is there exactly once, and the check says so', async () => {
    github.state.granted = { ...github.state.granted, contents: 'write', workflows: 'write' };
    service = await productionService(github);
    await work(reviewOfPull(pull));
    const before = pull.headSha;
    fail(COMMIT, losses);
    const place = { installation: 42, owner: 'acme', repo: 'churn', headSha: before };
    const [check] = github.state.checkRuns;
    const pressed = { place, checkRun: check?.id ?? 0, externalId: 'pull/7#', button: 'apply-fixes', login: 'ada' };
    await work(buttonJob({ ...pressed, button: 'apply-fixes' }).work);
    expect(github.state.git.resolve(`${pull.headSha}~1`)).toBe(before);
    expect(github.state.checkRuns.find(({ id }) => id === check?.id)?.text).toContain(`committed as ${pull.headSha}`);
  });
});

test.each(BROKEN_ANSWERS)('%s instead of the answer to a review or a check doubles neither', async (_, loss) => {
  github.fail({ route: CHECKS, ...loss });
  github.fail({ route: REVIEWS, ...loss });
  await work(reviewOfPull(pull));
  expectOneReview();
});

function expectOneReview(): void {
  const { checkRuns, reviews, lineComments, issueComments } = github.state;
  expect(checkRuns.map(({ name, status }) => [name, status])).toEqual([
    ['Pipewright', 'completed'],
    ['Pipewright / DevOps engineer', 'completed'],
    ['Pipewright / MLOps engineer', 'completed'],
  ]);
  expect(checkRuns[0]?.annotations).toHaveLength(MANY);
  expect(reviews).toHaveLength(1);
  expect(lineComments).toHaveLength(1);
  expect(issueComments).toHaveLength(1);
}

/** A comment that ada wrote: on the pull request, or as a reply in a thread. */
function command(body: string, thread?: number): Work {
  const { state } = github;
  const comment = { id: 90, pull: 7, login: 'ada', body };
  if (thread === undefined && !state.issueComments.some(({ id }) => id === 90)) state.issueComments.push(comment);
  const asking = thread === undefined ? { id: 90 } : { id: 90, thread };
  const place = { installation: 42, owner: 'acme', repo: 'churn', number: 7 };
  return commandJob({ ...place, comment: asking, login: 'ada', body }).work;
}

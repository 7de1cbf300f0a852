import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { doWork, type Work } from '../../src/app/work.ts';
import { memoryQueue } from '../../src/queue/memory-queue.ts';
import type { Queue } from '../../src/types.ts';
import type { Fault } from '../support/fake-github/fault.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { INJECTION, openPull, reviewOfPull } from './open-pull.ts';
import { productionService } from './production-service.ts';

type Limit = Omit<Fault, 'route'>;

const SECONDARY = { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' };
const PRIMARY = { message: 'API rate limit exceeded for installation ID 42.' };
const inSeconds = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds);

const limits = (seconds: number): readonly (readonly [name: string, limit: Limit])[] => [
  ['a secondary limit (403)', { status: 403, body: SECONDARY, headers: { 'retry-after': String(seconds) } }],
  ['a secondary limit (429)', { status: 429, body: SECONDARY, headers: { 'retry-after': String(seconds) } }],
  [
    'the primary limit',
    {
      status: 403,
      body: PRIMARY,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(seconds) },
    },
  ],
];

const READ = 'GET /repos/{owner}/{repo}/compare/{basehead}';
const GRAPHQL = 'POST /graphql';
const CHECK = 'POST /repos/{owner}/{repo}/check-runs';
const REVIEW = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const SUMMARY = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const CONCLUSION = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
const TOKEN = 'POST /app/installations/{installation_id}/access_tokens';
const ROUTES = [READ, GRAPHQL, CHECK, REVIEW, SUMMARY, CONCLUSION, TOKEN];

/** The check that is concluded last. */
const isAggregate: Fault['when'] = ({ actions }) => actions !== undefined;

let github: FakeGitHub;
let pull: FakePull;
let queue: Queue<Work>;
/** What waits for a limit to be over. */
let later: { readonly seconds: number; readonly work: () => void }[];

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { 'README.md': 'hello\n' });
  pull = openPull(github, { '.github/workflows/greet.yml': INJECTION });
  queue = memoryQueue({ concurrency: 1, capacity: 10 });
  later = [];
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

/** Reviews the pull request as the App does with a job of its queue, and ends when nothing of it waits any more. */
async function reviewed(throttle: boolean): Promise<void> {
  const after = (seconds: number, work: () => void) => void later.push({ seconds, work });
  const service = await productionService(github, { throttle, queue, after });
  await doWork(service, reviewOfPull(pull), new AbortController().signal);
}

function expectOneReview(): void {
  const { checkRuns, reviews, lineComments, issueComments } = github.state;
  expect(checkRuns.filter(({ status }) => status !== 'completed')).toEqual([]);
  expect(checkRuns[0]?.conclusion).toBe('neutral');
  expect([reviews.length, lineComments.length, issueComments.length]).toEqual([1, 1, 1]);
}

describe.each([
  ['on', true],
  ['off', false],
])('with throttling %s', (_, throttle) => {
  test.each(limits(2))('%s that is soon over is waited for in place, whatever it refuses', async (_name, limit) => {
    for (const route of ROUTES) github.fail({ route, ...limit });
    await reviewed(throttle);
    expect(later).toEqual([]);
    expectOneReview();
  });

  test.each(limits(600))(
    '%s that lasts gives the place in the queue back, and says nothing twice',
    async (_name, limit) => {
      for (const route of [REVIEW, SUMMARY]) github.fail({ route, ...limit });
      github.fail({ route: CONCLUSION, ...limit, when: isAggregate });
      await reviewed(throttle);
      for (const expected of [1, 2, 3]) {
        expect(later).toHaveLength(expected);
        expect(later.at(-1)?.seconds).toBeGreaterThan(500);
        expect(github.state.checkRuns[0]?.status).toBe('in_progress');
        await again(throttle);
      }
      expect(github.state.checkRuns.filter(({ name }) => name === 'Pipewright')).toHaveLength(1);
      expectOneReview();
    },
  );
});

/** The limit is over: what waited comes back, through the queue. */
async function again(throttle: boolean): Promise<void> {
  const after = (seconds: number, work: () => void) => void later.push({ seconds, work });
  const service = await productionService(github, { throttle, queue, after });
  const done = new Promise<void>((resolve, reject) => {
    void queue.start((work, signal) => doWork(service, work, signal).then(resolve, reject));
  });
  later.at(-1)?.work();
  await done;
}

test('a limit on reading that is never over ends in a check that says so', async () => {
  const [, [, limit]] = limits(600) as [unknown, readonly [string, Limit]];
  github.fail({ route: READ, ...limit, times: 100 });
  await reviewed(true);
  await again(true);
  await again(true);
  await expect(again(true)).rejects.toThrow('secondary rate limit');
  expect(github.state.checkRuns).toHaveLength(3);
  for (const { conclusion, summary } of github.state.checkRuns) {
    expect(conclusion).toBe('action_required');
    expect(summary).toContain("GitHub's rate limit for this installation is used up");
  }
});

test('GraphQL says inside of its answer that the limit is reached, and is waited for too', async () => {
  const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }];
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(1) };
  github.fail({ route: GRAPHQL, status: 200, body: { data: null, errors }, headers });
  await reviewed(true);
  expectOneReview();
});

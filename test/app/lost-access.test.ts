import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { doWork } from '../../src/app/work.ts';
import type { Run } from '../../src/run.ts';
import { run } from '../../src/run.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { INJECTION, openPull, reviewOfPull } from './open-pull.ts';
import { productionService } from './production-service.ts';

const COMPARE = 'GET /repos/{owner}/{repo}/compare/{basehead}';
const TOKENS = 'POST /app/installations/{installation_id}/access_tokens';
const REVIEWS = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const CHECKS = 'POST /repos/{owner}/{repo}/check-runs';

let github: FakeGitHub;
let pull: FakePull;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { 'README.md': 'hello\n' });
  pull = openPull(github, { '.github/workflows/greet.yml': INJECTION });
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

async function reviewed(how: Run = run): Promise<void> {
  await doWork(await productionService(github, { run: how }), reviewOfPull(pull), new AbortController().signal);
}

function expireTokens(): void {
  for (const token of github.state.tokens.keys()) github.state.expired.add(token);
}

function expectOneReview(): void {
  const { checkRuns, reviews, issueComments } = github.state;
  expect(checkRuns.map(({ conclusion }) => conclusion)).toEqual(['neutral', 'neutral', 'success']);
  expect([reviews.length, issueComments.length]).toEqual([1, 1]);
}

function asked(route: string): number {
  return github.requests.filter((request) => request === route).length;
}

describe('a token that GitHub no longer takes in the middle of a review', () => {
  test('is replaced when something is read, by REST and by GraphQL', async () => {
    await reviewed(async (ports, options) => {
      const { change, ...rest } = ports.source;
      const expiring = async () => {
        const read = await change();
        expireTokens();
        return read;
      };
      return await run({ ...ports, source: { ...rest, change: expiring } }, options);
    });
    expectOneReview();
    expect(github.state.expired.size).toBeGreaterThan(0);
  });

  test('is replaced when something is written, and nothing is written twice', async () => {
    await reviewed(async (ports, options) => {
      const publish: typeof ports.sink.publish = async (review) => {
        expireTokens();
        return await ports.sink.publish(review);
      };
      return await run({ ...ports, sink: { publish } }, options);
    });
    expectOneReview();
    // One for reading, one for reporting, and that one again.
    expect(asked(TOKENS)).toBe(3);
  });

  test('whose successor is not taken either ends the review in checks that say so', async () => {
    github.fail({ route: COMPARE, status: 401, times: 2 });
    await expect(reviewed()).rejects.toMatchObject({ status: 401 });
    expect(asked(COMPARE)).toBe(2);
    for (const { conclusion, summary } of github.state.checkRuns) {
      expect(conclusion).toBe('action_required');
      expect(summary).toContain('GitHub answered 401 to GET /repos/acme/churn/compare/');
    }
    expect(github.state.checkRuns).toHaveLength(3);
  });
});

describe('a repository that is not there any more', () => {
  test.each([404, 410, 451])('(%i everywhere) is left without an error and without a siege', async (status) => {
    for (const route of new Set(routes())) github.fail({ route, status, times: 100 });
    await reviewed();
    expect(github.requests.length).toBeLessThan(10);
    expect(github.state.checkRuns).toEqual([]);
  });

  test.each([
    ['was uninstalled', 404, 'Not Found'],
    ['is suspended', 403, 'This installation has been suspended'],
    ['is not on this repository', 422, 'There is at least one repository that does not exist or is not accessible'],
  ])('because the App %s is left without an error and without a siege', async (_, status, message) => {
    github.fail({ route: TOKENS, status, times: 100, body: { message } });
    await reviewed();
    expect(github.requests.length).toBeLessThan(6);
  });

  test('to read, but can be reported on, gets checks that say why', async () => {
    github.fail({ route: COMPARE, status: 451 });
    await expect(reviewed()).rejects.toMatchObject({ status: 451 });
    expect(github.state.checkRuns[0]).toMatchObject({ conclusion: 'action_required' });
    expect(github.state.checkRuns[0]?.summary).toContain('GitHub answered 451');
  });
});

test.each([403, 404, 410, 451])('a review that GitHub refuses with %i is not lost to the check', async (status) => {
  github.fail({ route: REVIEWS, status, times: 9 });
  await reviewed();
  expect(github.state.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['neutral', 'neutral', 'success']);
  expect(github.state.reviews).toEqual([]);
});

test('where no check can be made, the review ends with the reason, and is not begun again and again', async () => {
  github.fail({ route: CHECKS, status: 403, times: 9, body: { message: 'Resource not accessible by integration' } });
  await expect(reviewed()).rejects.toThrow('Resource not accessible');
  expect(github.requests.length).toBeLessThan(25);
});

/** All that a review asks of a repository. */
function routes(): readonly string[] {
  const repository = 'GET /repos/{owner}/{repo}';
  return [
    `${repository}/pulls/{pull_number}`,
    `${repository}/commits/{ref}/check-runs`,
    `${repository}/git/trees/{tree_sha}`,
    COMPARE,
    CHECKS,
  ];
}

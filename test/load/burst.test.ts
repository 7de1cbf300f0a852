import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { burst, pullsOfRepositories, quantile } from '../support/burst.ts';
import { driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { REPOSITORY } from '../support/sample-pipeline.ts';
import { type RunningApp, startApp, until } from '../support/start-app.ts';

const EVENTS = 2000;

let github: FakeGitHub;
let app: RunningApp | undefined;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', REPOSITORY);
});

afterEach(async () => {
  await app?.stop('SIGKILL');
  await github.close();
  expect(github.violations).toEqual([]);
});

/** Two thousand events, faster than any minute brings them, while the reviews go on. */
async function isTaken(repositories: number, env: Readonly<Record<string, string>> = {}): Promise<readonly FakePull[]> {
  const running = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off', ...env });
  app = running;
  const pulls = pullsOfRepositories(github, repositories);
  const plan = { events: EVENTS, seconds: 10, atOnce: 16 };
  const { latencies, refused, seconds } = await burst(driver(github, running.hook), pulls, plan);
  const p99 = quantile(latencies, 0.99);
  process.stderr.write(`${EVENTS} events in ${seconds.toFixed(1)} s, the slowest 1 % above ${p99.toFixed(0)} ms\n`);
  expect(refused).toBe(0);
  expect(seconds).toBeLessThan(60);
  expect(p99).toBeLessThan(1000);
  return pulls;
}

test('a burst over many repositories is taken, and every head gets its checks', async () => {
  const pulls = await isTaken(80);
  await until(
    () => app?.idle() ?? false,
    () => `Not idle:\n${app?.log().slice(-2000)}`,
    120,
  );
  const concluded = github.state.checkRuns.filter(
    ({ conclusion }) => conclusion !== null && conclusion !== 'cancelled',
  );
  const heads = new Set(concluded.map(({ headSha }) => headSha));
  expect(pulls.filter(({ headSha }) => !heads.has(headSha))).toEqual([]);
});

const there = hasPostgres() ? describe : describe.skip;

there('with PostgreSQL', () => {
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await startPostgres();
  });

  afterAll(() => postgres.remove());

  test('a burst over two hundred repositories is taken', async () => {
    expect(await isTaken(200, { DATABASE_URL: postgres.newDatabase() })).toHaveLength(200);
  });
});

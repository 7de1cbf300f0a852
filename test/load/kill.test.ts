import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { shortcomings } from '../support/conclusions.ts';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { freePort } from '../support/free-port.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { BROKEN, REPOSITORY, WORKFLOW_PATH } from '../support/sample-pipeline.ts';
import { type RunningApp, startApp, until } from '../support/start-app.ts';

/** How many pull requests; 500 take some minutes. */
const PULLS = Number(process.env.PIPEWRIGHT_LOAD_PULLS ?? 100);
/** Seconds; the default is 60, which nobody wants to wait for in a test. */
const TAKEOVER = process.env.PIPEWRIGHT_TAKEOVER_SECONDS ?? '5';
const PATIENCE = 60 + PULLS / 2 + Number(TAKEOVER);

let github: FakeGitHub;
let apps: RunningApp[] = [];

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', REPOSITORY);
});

afterEach(async () => {
  const { violations } = github;
  await Promise.all(apps.map((app) => app.stop('SIGKILL')));
  apps = [];
  await github.close();
  expect(violations).toEqual([]);
});

/** Opens pull requests one after the other, and pushes to every fifth once more; `next` tells whom to send it to. */
async function flood(next: () => Driver, pulls: FakePull[], count = PULLS): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const pull = await next().open({ [WORKFLOW_PATH]: `${BROKEN}# ${index}\n` });
    pulls.push(pull);
    if (index % 5 === 0) await next().push(pull, { 'README.md': `# Churn ${index}\n` });
    // Also the programs under test want the processor.
    await wait(10);
  }
}

async function settled(pulls: readonly FakePull[]): Promise<void> {
  const idle = async () => (await Promise.all(apps.map((app) => app.idle()))).every(Boolean);
  const done = async () => (await idle()) && shortcomings(github, pulls).length === 0 && (await idle());
  const message = () => `${shortcomings(github, pulls).slice(0, 20).join('\n')}\n${tail()}`;
  await until(done, message, PATIENCE);
}

function tail(): string {
  return apps.map((app) => app.log().split('\n').slice(-8).join('\n')).join('\n');
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const sometime = () => wait(500 + Math.random() * 3500);

test('killed at any point and started again, every head gets its checks and one review', async () => {
  const env = { PORT: String(await freePort()) };
  const start = async () => {
    apps = [await startApp(github.url, env)];
  };
  await start();
  const people = driver(github, apps[0]?.hook ?? { url: '', secret: '' });
  const pulls: FakePull[] = [];
  let flooding = true;
  const flooded = flood(() => people, pulls).finally(() => {
    flooding = false;
  });
  let kills = 0;
  while (flooding || kills < 4) {
    await sometime();
    await apps[0]?.stop('SIGKILL');
    kills += 1;
    await start();
  }
  await flooded;
  await settled(pulls);
  expect(shortcomings(github, pulls)).toEqual([]);
  report(`${pulls.length} pull requests, killed ${kills} times`);
});

test('told to stop, it finishes what runs, takes nothing new, and ends well', async () => {
  apps = [await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off' })];
  const app = apps[0];
  if (app === undefined) throw new Error('no app');
  const pulls: FakePull[] = [];
  const people = driver(github, app.hook);
  for (let count = 0; count < 4; count += 1) pulls.push(await people.open({ [WORKFLOW_PATH]: BROKEN }));
  await until(
    () => github.state.checkRuns.length > 0,
    () => 'Nothing begins.',
  );
  expect(await app.stop('SIGTERM')).toBe(0);
  const begun = pulls.filter(({ headSha }) => github.state.checkRuns.some((run) => run.headSha === headSha));
  expect(begun).not.toEqual([]);
  expect(shortcomings(github, begun)).toEqual([]);
});

const there = hasPostgres() ? describe : describe.skip;

there('three processes on one PostgreSQL', () => {
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await startPostgres();
  });

  afterAll(() => postgres.remove());

  beforeEach(async () => {
    const env = {
      DATABASE_URL: postgres.newDatabase(),
      PIPEWRIGHT_TAKEOVER_SECONDS: TAKEOVER,
      PIPEWRIGHT_CONCURRENCY: '2',
    };
    apps = await Promise.all([1, 2, 3].map(() => startApp(github.url, env)));
  });

  /** Whoever lives, in turn, as a load balancer does. */
  function balancer(): () => Driver {
    const people = new Map(apps.map((app) => [app, driver(github, app.hook)]));
    let turn = 0;
    return () => {
      turn += 1;
      const next = apps[turn % apps.length];
      const chosen = next === undefined ? undefined : people.get(next);
      if (chosen === undefined) throw new Error('nobody');
      return chosen;
    };
  }

  test('one of them killed under load: the others finish its reviews, and nothing is said twice', async () => {
    const pulls: FakePull[] = [];
    const flooded = flood(balancer(), pulls);
    await sometime();
    const [victim] = apps.splice(Math.floor(Math.random() * 3), 1);
    await victim?.stop('SIGKILL');
    const killed = Date.now();
    await flooded;
    await sendAgain();
    await settled(pulls);
    expect(shortcomings(github, pulls)).toEqual([]);
    report(`${pulls.length} pull requests, whole ${((Date.now() - killed) / 1000).toFixed(1)} s after the kill`);
    expect(apps.map((app) => app.log()).join('\n')).not.toContain('s3cret-password');
  });

  /** What was on its way to the one that died; a load balancer would have asked another. */
  async function sendAgain(): Promise<void> {
    const people = balancer()();
    for (const { event, payload } of github.state.deliveries.filter(({ statusCode }) => statusCode !== 200)) {
      expect(await people.send(event, payload)).toBe(200);
    }
  }

  test('one of them told to stop under load: it ends well, and the others do the rest', async () => {
    const pulls: FakePull[] = [];
    const flooded = flood(balancer(), pulls, 30);
    await wait(500);
    const [leaver] = apps.splice(0, 1);
    expect(await leaver?.stop('SIGTERM')).toBe(0);
    await flooded;
    await sendAgain();
    await settled(pulls);
    expect(shortcomings(github, pulls)).toEqual([]);
  });
});

function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

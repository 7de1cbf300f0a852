import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { shortcomings } from '../support/conclusions.ts';
import { driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { BROKEN, REPOSITORY, WORKFLOW_PATH } from '../support/sample-pipeline.ts';
import { type RunningApp, startApp, until } from '../support/start-app.ts';

const there = hasPostgres() ? describe : describe.skip;

there('the App whose database goes away', () => {
  let github: FakeGitHub;
  let postgres: Postgres;
  let app: RunningApp;

  beforeEach(async () => {
    github = await startFakeGitHub();
    github.state.git.commit('main', REPOSITORY);
    postgres = await startPostgres();
    app = await startApp(github.url, { DATABASE_URL: postgres.newDatabase() });
  });

  afterEach(async () => {
    await app.stop('SIGKILL');
    await postgres.remove();
    await github.close();
    expect(github.violations).toEqual([]);
  });

  test('says so, refuses events, and finds them again when it is back', async () => {
    const people = driver(github, app.hook);
    const ready = async () => (await fetch(`${app.url}/readyz`)).status;

    await postgres.crash();
    await until(
      async () => (await ready()) === 503,
      () => 'It is ready without a database.',
    );
    const pull = await people.open({ [WORKFLOW_PATH]: BROKEN });
    const answers = github.state.deliveries.map(({ statusCode }) => statusCode);
    const health = (await fetch(`${app.url}/healthz`)).status;
    await postgres.start();
    await until(
      () => shortcomings(github, [pull]).length === 0,
      () => `${shortcomings(github, [pull]).join('\n')}\n${app.log()}`,
      40,
    );

    expect(answers).toEqual([503]);
    expect(health).toBe(200);
    expect(await ready()).toBe(200);
    expect(app.log()).toContain('queue out of reach');
    expect(app.log()).not.toContain('s3cret-password');
  });
});

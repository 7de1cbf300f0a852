import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakeCheckRun, FakePull } from '../support/fake-github/state.ts';
import { BROKEN, WORKFLOW_PATH as PATH, REPOSITORY, WORKFLOW } from '../support/sample-pipeline.ts';
import { type RunningApp, spawnApp, startApp, until } from '../support/start-app.ts';

const OTHER = '.github/workflows/other.yml';

let github: FakeGitHub;
let app: RunningApp;
let people: Driver;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', REPOSITORY);
  // Its first look around would race the events that the tests send.
  app = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off' });
  people = driver(github, app.hook);
});

afterEach(async () => {
  const { violations } = github;
  expect(await app.stop()).toBe(0);
  await github.close();
  expect(violations).toEqual([]);
});

function checksOn(sha: string): readonly FakeCheckRun[] {
  return github.state.checkRuns.filter(({ headSha }) => headSha === sha);
}

/** The conclusions on a commit, once all three checks have one and the App is idle. */
async function conclusions(sha: string): Promise<Readonly<Record<string, string | null>>> {
  await until(
    () => checksOn(sha).length >= 3 && checksOn(sha).every(({ status }) => status === 'completed'),
    () => `Not concluded: ${JSON.stringify(checksOn(sha))}\n${app.log()}`,
  );
  await idle();
  return Object.fromEntries(checksOn(sha).map(({ name, conclusion }) => [name, conclusion]));
}

async function idle(): Promise<void> {
  await until(app.idle, () => `Not idle:\n${app.log()}`);
}

function commentsOf(pull: FakePull) {
  return github.state.lineComments.filter((comment) => comment.pull === pull.number);
}

describe('a pull request', () => {
  test('from opening to fixing: one review per push with news, nothing twice, what is fixed is marked', async () => {
    const pull = await people.open({ [PATH]: BROKEN });
    const first = pull.headSha;
    expect((await conclusions(first)).Pipewright).not.toBe('success');
    const posted = commentsOf(pull).length;
    expect(posted).toBeGreaterThan(0);
    expect(github.state.reviews).toMatchObject([{ commit: first }]);
    expect(github.state.issueComments).toHaveLength(1);

    // A push that adds nothing: no review.
    const second = await people.push(pull, { 'README.md': '# Churn model\n' });
    await conclusions(second);
    expect(github.state.reviews).toHaveLength(1);
    expect(commentsOf(pull)).toHaveLength(posted);

    // A push with another problem: one more review, with that problem alone.
    const third = await people.push(pull, { [OTHER]: BROKEN });
    await conclusions(third);
    expect(github.state.reviews.map(({ commit }) => commit)).toEqual([first, third]);
    expect(
      commentsOf(pull)
        .slice(posted)
        .every(({ path }) => path === OTHER),
    ).toBe(true);

    // Everything is put right.
    const fixed = await people.push(pull, { [PATH]: WORKFLOW, [OTHER]: null });
    expect(await conclusions(fixed)).toEqual({
      Pipewright: 'success',
      'Pipewright / DevOps engineer': 'success',
      'Pipewright / MLOps engineer': 'success',
    });
    for (const { body } of commentsOf(pull)) expect(body).toContain(`as of ${fixed}.`);
    expect(github.state.reviews).toHaveLength(2);
    expect(github.state.issueComments).toHaveLength(1);
  });

  test('that touches nothing we know gets concluded checks and no word', async () => {
    const pull = await people.open({ 'README.md': '# Churn, the model\n' });
    expect(await conclusions(pull.headSha)).toEqual({
      Pipewright: 'success',
      'Pipewright / DevOps engineer': 'success',
      'Pipewright / MLOps engineer': 'success',
    });
    expect(github.state.reviews).toEqual([]);
    expect(github.state.issueComments).toEqual([]);
  });

  test('that is a draft gets checks; the comments come when it is ready', async () => {
    const pull = await people.open({ [PATH]: BROKEN }, { draft: true });
    expect((await conclusions(pull.headSha)).Pipewright).not.toBe('success');
    expect(github.state.lineComments).toEqual([]);
    expect(github.state.issueComments).toEqual([]);
    pull.draft = false;
    await people.announce(pull, 'ready_for_review');
    await until(
      () => github.state.reviews.length === 1,
      () => `No review:\n${app.log()}`,
    );
    await idle();
  });

  test('that GitHub cannot show gets a check that does not pass and says why', async () => {
    for (let time = 0; time < 5; time += 1) {
      github.fail({ route: 'GET /repos/{owner}/{repo}/compare/{basehead}', status: 404 });
    }
    const pull = await people.open({ [PATH]: BROKEN });
    expect((await conclusions(pull.headSha)).Pipewright).toBe('action_required');
    const [check] = checksOn(pull.headSha);
    expect(check?.summary).toContain('GitHub answered 404');
  });

  test('pushed to several times in a row is concluded on its last commit and commented once', async () => {
    const pull = await people.open({ [PATH]: BROKEN });
    await people.push(pull, { 'a.txt': 'a' });
    const last = await people.push(pull, { 'b.txt': 'b' });
    expect((await conclusions(last)).Pipewright).not.toBe('success');
    expect(github.state.checkRuns.filter(({ status }) => status !== 'completed')).toEqual([]);
    expect(github.state.reviews).toHaveLength(1);
  });
});

test('a check that is re-requested runs again', async () => {
  const pull = await people.open({ [PATH]: BROKEN });
  await conclusions(pull.headSha);
  const [check] = checksOn(pull.headSha);
  if (check === undefined) throw new Error('no check');
  expect(await people.rerequest(check)).toBe(200);
  await until(
    () => checksOn(pull.headSha).length === 6,
    () => `Not run again:\n${app.log()}`,
  );
  await conclusions(pull.headSha);
  expect(github.state.reviews).toHaveLength(1);
});

test('all checks that are re-requested run again, for a fork as well', async () => {
  const pull = await people.open({ [PATH]: BROKEN }, { fork: true });
  await conclusions(pull.headSha);
  expect(await people.rerequestAll(pull.headSha)).toBe(200);
  await until(
    () => checksOn(pull.headSha).length === 6,
    () => `Not run again:\n${app.log()}`,
  );
  await conclusions(pull.headSha);
});

test('an event that arrives twice is commented once', async () => {
  const pull = await people.open({ [PATH]: BROKEN });
  await people.announce(pull, 'opened');
  await conclusions(pull.headSha);
  expect(github.state.reviews).toHaveLength(1);
  expect(github.state.issueComments).toHaveLength(1);
});

test('a merge group is concluded without comments', async () => {
  const pull = await people.open({ [PATH]: BROKEN }, { draft: true });
  await conclusions(pull.headSha);
  const head = await people.queueForMerge(pull);
  expect((await conclusions(head)).Pipewright).not.toBe('success');
  expect(github.state.reviews).toEqual([]);
  expect(github.state.issueComments).toEqual([]);
});

describe('the door', () => {
  test('refuses a signature of another secret, and an event without an installation', async () => {
    expect(await people.send('pull_request', { action: 'opened' }, 'another secret')).toBe(400);
    const payload = { action: 'opened', pull_request: { number: 1, head: { sha: 'a' } } };
    expect(await people.send('pull_request', payload)).toBe(400);
    expect(github.state.checkRuns).toEqual([]);
  });

  test('refuses a body of more than 25 MB', async () => {
    const body = Buffer.alloc(26_000_000, 32);
    const answer = await fetch(app.hook.url, { method: 'POST', body }).catch(() => 'refused' as const);
    expect(answer === 'refused' ? 413 : answer.status).toBe(413);
  });

  test('shows its health and its queue', async () => {
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toContain('# TYPE pipewright_jobs_failed_total counter\npipewright_jobs_failed_total 0\n');
    expect((await fetch(`${app.url}/nothing`)).status).toBe(404);
  });
});

test('work that was lost is found at the start', async () => {
  await app.stop('SIGKILL');
  const pull = await people.open({ [PATH]: BROKEN });
  expect(github.state.deliveries.at(-1)?.statusCode).toBe(0);
  app = await startApp(github.url);
  people = driver(github, app.hook);
  expect((await conclusions(pull.headSha)).Pipewright).not.toBe('success');
  expect(github.state.reviews).toHaveLength(1);
});

test.each([
  ['after it began', () => github.state.checkRuns.length],
  ['after it commented', () => github.state.reviews.length],
])(
  'a review whose process was killed %s is finished by the next: said once, nothing left in progress',
  async (_, things) => {
    const pull = await people.open({ [PATH]: BROKEN });
    await until(
      () => things() > 0,
      () => `Not started:\n${app.log()}`,
    );
    await app.stop('SIGKILL');
    app = await startApp(github.url);
    await conclusions(pull.headSha);
    expect(github.state.checkRuns).toHaveLength(3);
    expect(github.state.reviews).toHaveLength(1);
    expect(github.state.issueComments).toHaveLength(1);
  },
);

test('without its secrets the App does not start and says where to find them', async () => {
  const { process: child, log } = spawnApp({ APP_ID: '12' });
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(2);
  expect(log()).toMatch(/PRIVATE_KEY.*\n.*WEBHOOK_SECRET/);
  expect(log()).toContain('Developer settings > GitHub Apps');
});

test('a change made to keep the reviewer busy is ended, its checks do not pass, and the App goes on', async () => {
  await app.stop();
  app = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off', PIPEWRIGHT_REVIEW_SECONDS: '1' });
  people = driver(github, app.hook);

  const busy = await people.open({
    Dockerfile: `FROM debian:12\n${'RUN apt-get install x && curl -k http://x | sh\n'.repeat(18_000)}`,
  });
  const concluded = await conclusions(busy.headSha);
  const next = await people.open({ 'README.md': '# Plums\n' });

  expect(new Set(Object.values(concluded))).toEqual(new Set(['action_required']));
  expect(checksOn(busy.headSha)[0]?.summary).toContain('computed for more than 1 seconds');
  expect(await conclusions(next.headSha)).toMatchObject({ Pipewright: 'success' });
});

import { createHmac, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { INJECTION } from '../app/open-pull.ts';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { type RunningApp, startApp, until } from '../support/start-app.ts';

const PATH = '.github/workflows/greet.yml';
const INSTALLATION = { id: 42 };

let github: FakeGitHub;
let app: RunningApp;
let people: Driver;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { 'README.md': '# Churn\n' });
  app = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off' });
  people = driver(github, app.hook);
});

afterEach(async () => {
  expect(await app.stop()).toBe(0);
  await github.close();
  expect(github.violations).toEqual([]);
});

async function idle(): Promise<void> {
  const quiet = async () => /jobs_queued 0\n.*jobs_running 0\n/s.test(await (await fetch(`${app.url}/metrics`)).text());
  await until(quiet, () => `Not idle:\n${app.log()}`);
}

/** What was delivered for a pull request, in order. */
function deliveries() {
  return github.state.deliveries.filter(({ event }) => event === 'pull_request').map(({ payload }) => payload);
}

function conclusionsOn(sha: string) {
  return github.state.checkRuns.filter(({ headSha }) => headSha === sha).map(({ conclusion }) => conclusion);
}

/** Does something while GitHub reaches nobody, and answers the payloads that it would have sent. */
async function unheard(deeds: () => Promise<unknown>): Promise<readonly object[]> {
  const before = github.state.deliveries.length;
  const deaf = people;
  people = driver(github, { ...app.hook, url: 'http://127.0.0.1:9/' });
  await deeds();
  people = deaf;
  return github.state.deliveries.slice(before).map(({ payload }) => payload);
}

describe('events out of order', () => {
  test('a push that is heard of before the one it followed is what is reviewed, once', async () => {
    const pull = await people.open({ 'README.md': '# Plums\n' });
    await idle();
    const [older = {}, newer = {}] = await unheard(async () => {
      await people.push(pull, { [PATH]: INJECTION });
      await people.push(pull, { 'a.txt': 'a' });
    });
    expect(await people.send('pull_request', newer)).toBe(200);
    await idle();
    expect(await people.send('pull_request', older)).toBe(200);
    await idle();
    expect(new Set(conclusionsOn(pull.headSha))).toEqual(new Set(['neutral', 'success']));
    expect(github.state.checkRuns.filter(({ status }) => status !== 'completed')).toEqual([]);
    expect([github.state.reviews.length, github.state.issueComments.length]).toEqual([1, 1]);
  });

  test('a pull request that is heard of after it was closed gets no checks and no word', async () => {
    let pull: FakePull | undefined;
    const [opened = {}, closed = {}] = await unheard(async () => {
      pull = await people.open({ [PATH]: INJECTION });
      pull.open = false;
      await people.announce(pull, 'closed');
    });
    await people.send('pull_request', closed);
    await people.send('pull_request', opened);
    await idle();
    expect(github.state.checkRuns).toEqual([]);
    expect(github.state.reviews).toEqual([]);
  });

  test('a delivery that is sent again after days, when the pull request is closed, changes nothing', async () => {
    const pull = await people.open({ [PATH]: INJECTION });
    await idle();
    pull.open = false;
    const before = structuredClone([github.state.checkRuns, github.state.lineComments, github.state.issueComments]);
    const [first] = github.state.deliveries;
    expect(await people.send('pull_request', first?.payload ?? {})).toBe(200);
    await idle();
    expect([github.state.checkRuns, github.state.lineComments, github.state.issueComments]).toEqual(before);
  });

  test('a check of a closed pull request that somebody asks for again is concluded all the same', async () => {
    const pull = await people.open({ 'README.md': '# Plums\n' });
    await idle();
    pull.open = false;
    const [check] = github.state.checkRuns;
    if (check === undefined) throw new Error('There is no check.');
    await people.rerequest(check);
    await idle();
    expect(conclusionsOn(pull.headSha)).toEqual(Array.from({ length: 6 }, () => 'success'));
  });

  test('the same delivery five times at once says everything once', async () => {
    const pull = await people.open({ [PATH]: INJECTION }, { draft: true });
    await idle();
    pull.draft = false;
    const [, payload = {}] = [...deliveries(), ...(await unheard(() => people.announce(pull, 'ready_for_review')))];
    await Promise.all(Array.from({ length: 5 }, () => people.send('pull_request', payload)));
    await idle();
    expect([github.state.reviews.length, github.state.issueComments.length]).toEqual([1, 1]);
    expect(github.state.checkRuns.filter(({ status }) => status !== 'completed')).toEqual([]);
  });
});

describe('the door', () => {
  const BODY = JSON.stringify({ action: 'opened', installation: INSTALLATION });
  const sign = (body: string) => `sha256=${createHmac('sha256', app.hook.secret).update(body).digest('hex')}`;

  async function knock(headers: Readonly<Record<string, string | undefined>>, body = BODY): Promise<number> {
    const whole: Readonly<Record<string, string | undefined>> = {
      'content-type': 'application/json',
      'x-github-event': 'pull_request',
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': sign(body),
      ...headers,
    };
    const given = Object.entries(whole).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return (await fetch(app.hook.url, { method: 'POST', headers: given, body })).status;
  }

  test.each([
    ['no signature', { 'x-hub-signature-256': undefined }, 400],
    ['a signature of something else', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, 400],
    ['a signature that is none', { 'x-hub-signature-256': 'sha256=' }, 400],
    ['the old kind of signature', { 'x-hub-signature-256': undefined, 'x-hub-signature': 'sha1=0' }, 400],
    ['no event', { 'x-github-event': undefined }, 400],
    ['no delivery id', { 'x-github-delivery': undefined }, 400],
    ['a form instead of JSON', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('refuses a request with %s', async (_, headers, status) => {
    expect(await knock(headers)).toBe(status);
    expect(github.requests).toEqual([]);
  });

  test.each([['{"a":'], ['[]'], ['null'], ['"text"'], ['']])('takes no harm from the body %j', async (body) => {
    await knock({}, body);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    expect(github.requests).toEqual([]);
  });

  test('refuses an event without an installation', async () => {
    const payload = { action: 'opened', pull_request: { number: 1, head: { sha: 'a' } } };
    expect(await people.send('pull_request', payload)).toBe(400);
  });

  test.each([
    ['star', { action: 'created' }],
    ['an_event_of_the_future', { action: 'created' }],
    ['pull_request', { action: 'an_action_of_the_future' }],
    ['installation', { action: 'created' }],
    ['installation', { action: 'deleted' }],
    ['installation', { action: 'suspend' }],
    ['installation', { action: 'new_permissions_accepted' }],
    ['installation_repositories', { action: 'removed' }],
    ['ping', { zen: 'Keep it logically awesome.' }],
  ])('takes the event %s %j and does nothing', async (event, payload) => {
    expect(await people.send(event, { ...payload, installation: INSTALLATION })).toBe(200);
    await idle();
    expect(github.requests).toEqual([]);
  });
});

test('a merge group is concluded by its rules over its range, without a word', async () => {
  const pull = await people.open({ [PATH]: INJECTION });
  await idle();
  const said = [github.state.reviews.length, github.state.issueComments.length, github.state.lineComments.length];
  github.requests.length = 0;
  const head = await people.queueForMerge(pull);
  await idle();
  expect(conclusionsOn(head).toSorted()).toEqual(['neutral', 'neutral', 'success']);
  // It only reads what was accepted on its pull request.
  expect(github.requests.filter((route) => /^(?!GET ).*\/(pulls|issues)\//.test(route))).toEqual([]);
  expect([github.state.reviews.length, github.state.issueComments.length, github.state.lineComments.length]).toEqual(
    said,
  );
});

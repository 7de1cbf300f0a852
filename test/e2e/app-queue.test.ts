import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { BROKEN, REPOSITORY, WORKFLOW_PATH } from '../support/sample-pipeline.ts';
import { type RunningApp, startApp, until } from '../support/start-app.ts';

const COMPARE = 'GET /repos/{owner}/{repo}/compare/{basehead}';
const POST_REVIEW = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';

let github: FakeGitHub;
let app: RunningApp;
let people: Driver;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', REPOSITORY);
  app = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off', PIPEWRIGHT_CONCURRENCY: '1' });
  people = driver(github, app.hook);
});

afterEach(async () => {
  const { violations } = github;
  expect(await app.stop()).toBe(0);
  await github.close();
  expect(violations).toEqual([]);
});

async function comes(what: () => boolean): Promise<void> {
  await until(what, () => `It does not come:\n${app.log()}`);
}

async function idle(): Promise<void> {
  await until(app.idle, () => `Not idle:\n${app.log()}`);
}

/** The commits with checks, in the order in which their reviews began. */
function begun(): readonly string[] {
  return [...new Set(github.state.checkRuns.map(({ headSha }) => headSha))];
}

test('pushes that wait behind another cost no request, and the newest pull request is reviewed first', async () => {
  const hold = github.hold(COMPARE);
  const busy = await people.open({ 'README.md': '# Busy\n' });
  await comes(() => hold.reached() && github.state.checkRuns.length === 3);
  const before = github.requests.length;

  const older = await people.open({ 'README.md': '# Older\n' });
  for (let push = 0; push < 5; push += 1) await people.push(older, { 'README.md': `# Older ${push}\n` });
  const newer = await people.open({ 'README.md': '# Newer\n' });
  const meanwhile = github.requests.slice(before);
  hold.letGo();
  await idle();

  expect(meanwhile).toEqual([]);
  expect(begun()).toEqual([busy.headSha, newer.headSha, older.headSha]);
  expect(github.state.checkRuns.map(({ conclusion }) => conclusion)).toEqual(Array(9).fill('success'));
});

test('a push while the comments of the last one are on their way does not say them twice', async () => {
  const hold = github.hold(POST_REVIEW);
  const pull = await people.open({ [WORKFLOW_PATH]: BROKEN });
  await comes(hold.reached);

  const head = await people.push(pull, { 'a.txt': 'a' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  hold.letGo();
  await comes(() => begun().includes(head));
  await idle();

  expect(github.state.reviews).toHaveLength(1);
  expect(github.state.issueComments).toHaveLength(1);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { BROKEN, WORKFLOW_PATH as PATH, REPOSITORY } from '../support/sample-pipeline.ts';
import { type RunningApp, startApp, until } from '../support/start-app.ts';

let github: FakeGitHub;
let app: RunningApp | undefined;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pipewright-'));
  github = await startFakeGitHub();
  github.state.git.commit('main', REPOSITORY);
});

afterEach(async () => {
  await app?.stop();
  await github.close();
  rmSync(folder, { recursive: true });
});

async function startWith(receipts: string): Promise<Driver> {
  app = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off', PIPEWRIGHT_RECEIPTS: receipts });
  return driver(github, app.hook);
}

/** The page of the aggregate check on a commit, once everything is concluded and the App is idle. */
async function page(sha: string): Promise<string> {
  const own = () => github.state.checkRuns.filter(({ headSha }) => headSha === sha);
  await until(
    async () => own().length >= 3 && own().every(({ status }) => status === 'completed') && !!(await app?.idle()),
    () => `Not concluded:\n${app?.log()}`,
  );
  return own().find(({ name }) => name === 'Pipewright')?.summary ?? '';
}

test('the App appends a line per published review, and the check names its digest', async () => {
  const file = join(folder, 'receipts.ndjson');
  const people = await startWith(file);
  const pull = await people.open({ [PATH]: BROKEN });
  const first = { head: pull.headSha, page: await page(pull.headSha) };
  const head = await people.push(pull, { 'README.md': 'Plums.\n' });
  const second = { head, page: await page(head) };

  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(2);
  for (const [index, told] of [first, second].entries()) {
    const { receipt, sha256 } = JSON.parse(lines[index] ?? '');
    expect(receipt).toMatchObject({ number: pull.number, head: told.head, repository: 'acme/churn' });
    expect(receipt.product.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(told.page).toContain(`Receipt: sha256 \`${sha256}\``);
  }
});

test('a file that cannot be written fails no review, and the log tells', async () => {
  const people = await startWith(join(folder, 'no', 'such', 'folder'));
  const pull = await people.open({ [PATH]: BROKEN });

  expect(await page(pull.headSha)).toContain('Receipt: sha256');
  expect(app?.log()).toContain('a receipt could not be written');
});

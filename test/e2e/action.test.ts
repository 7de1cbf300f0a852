import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { actionRunner, pullPayload, type Runner } from '../support/run-action.ts';
import { CI, COMMENTING, READING, WIDENED, WORKFLOW } from '../support/widened-workflow.ts';

let github: FakeGitHub;
let people: Driver;
let runner: Runner;

beforeEach(async () => {
  github = await startFakeGitHub();
  Object.assign(github.state, { slug: 'github-actions' });
  people = driver(github, { url: 'http://127.0.0.1:9/', secret: 'nobody listens' });
  github.state.git.commit('main', { [CI]: WORKFLOW, 'README.md': 'Pears.\n' });
  runner = actionRunner(github);
});

afterEach(async () => {
  await github.close();
  runner.remove();
});

const review = (pull: FakePull, inputs: Readonly<Record<string, string>> = {}) =>
  runner.step('pull_request', pullPayload(github, pull), { inputs, permissions: COMMENTING });

describe('on a pull request', () => {
  test('reviews it by API: annotation, job summary, outputs, a comment, and the exit code of the gate', async () => {
    const pull = await people.open({ [CI]: WIDENED });

    const { code, out, summary, outputs } = await review(pull, { MODE: 'enforce' });

    expect(out).toContain(`::error file=${CI},line=3`);
    expect(summary).toContain('permissions-widened');
    expect(outputs).toMatch(/conclusion<<.*\nfailure/);
    expect(code).toBe(1);
    expect(github.state.lineComments).toEqual([
      expect.objectContaining({
        path: CI,
        line: 3,
        body: expect.stringContaining('```suggestion\n  contents: read\n```'),
      }),
    ]);
    expect(github.state.issueComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  test('run twice posts nothing twice', async () => {
    const pull = await people.open({ [CI]: WIDENED });
    await review(pull);
    await review(pull);

    expect(github.state.lineComments).toHaveLength(1);
    expect(github.state.issueComments).toHaveLength(1);
  });

  test('an input can tighten the settings of the base and not loosen them', async () => {
    github.state.git.commit('main', { '.github/pipewright.yml': 'mode: enforce\n' });
    const pull = await people.open({ [CI]: WIDENED });

    expect((await review(pull, { MODE: 'observe' })).code).toBe(1);
  });

  test('writes a receipt where it is asked to', async () => {
    const pull = await people.open({ [CI]: WIDENED });
    const file = join(runner.folder, 'out', 'receipt.json');

    const { summary } = await review(pull, { RECEIPT: file });

    const { receipt, sha256 } = JSON.parse(readFileSync(file, 'utf8'));
    expect(receipt).toMatchObject({ version: 1, number: pull.number, head: pull.headSha });
    expect(summary).toContain(sha256);
  });

  test('writes SARIF where it is asked to', async () => {
    const pull = await people.open({ [CI]: WIDENED });
    const file = join(runner.folder, 'out', 'pipewright.sarif');

    await review(pull, { 'SARIF-FILE': file });

    const [run] = JSON.parse(readFileSync(file, 'utf8')).runs;
    expect(run.results).toEqual([
      expect.objectContaining({
        ruleId: 'permissions-widened',
        partialFingerprints: { primaryLocationLineHash: expect.any(String) },
      }),
    ]);
  });

  test('that changes nothing of interest passes without a word', async () => {
    const pull = await people.open({ 'README.md': 'Pears and plums.\n' });

    const { code } = await review(pull, { MODE: 'enforce' });

    expect(code).toBe(0);
    expect(github.state.issueComments).toEqual([]);
  });

  test('that cannot be read fails with the reason and never passes', async () => {
    const { code, out } = await runner.step('pull_request', { pull_request: { number: 999 } });

    expect(code).toBe(3);
    expect(out).toContain('::error::Pipewright could not review this');
  });
});

test('on a merge group the range is reviewed and nothing is commented', async () => {
  const pull = await people.open({ [CI]: WIDENED });
  const head = await people.queueForMerge(pull);
  const group = { base_sha: github.state.git.resolve('main'), head_sha: head };

  const { code } = await runner.step(
    'merge_group',
    { merge_group: group },
    { inputs: { MODE: 'enforce' }, permissions: READING },
  );

  expect(code).toBe(1);
  expect(github.state.lineComments).toEqual([]);
  expect(github.violations).toEqual([]);
});

test('on a push what was pushed is reviewed, and nothing is commented', async () => {
  const before = github.state.git.resolve('main');
  const after = github.state.git.commit('main', { [CI]: WIDENED });

  const pushed = { before, after };
  const { code, out } = await runner.step('push', pushed, { inputs: { MODE: 'enforce' }, permissions: READING });

  expect(code).toBe(1);
  expect(out).toContain(`::error file=${CI},line=3`);
  expect(github.violations).toEqual([]);
});

test('on a schedule all files are scanned, and what is old fails nobody', async () => {
  const sha = github.state.git.commit('main', { [CI]: `${WORKFLOW}      - uses: pear/tree@v1\n` });

  const { code, out, summary } = await runner.step('schedule', {}, { sha, permissions: READING });

  expect(code).toBe(0);
  expect(out).toContain('unpinned-uses');
  expect(summary).toContain('unpinned-uses');
  expect(github.violations).toEqual([]);
});

test('on an event that names no change it says which ones do', async () => {
  const { code, out } = await runner.step('issues', {});

  expect(code).toBe(2);
  expect(out).toContain('Run it on pull_request');
});

test('a value of an input that is not known is named with the right ones', async () => {
  const { code, out } = await runner.step('pull_request', {}, { inputs: { MODE: 'enforced' } });

  expect(code).toBe(3);
  expect(out).toContain('Did you mean `enforce`?');
});

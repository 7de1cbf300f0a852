import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { actionRunner, pullPayload, type Runner, type Step } from '../support/run-action.ts';
import { CI, READING, WIDENED, WORKFLOW } from '../support/widened-workflow.ts';

const WAIVE = 'Fine by me.\n\n/pipewright waive permissions-widened until=7d the release needs it';

let github: FakeGitHub;
let people: Driver;
let runner: Runner;
let pull: FakePull;

beforeEach(async () => {
  github = await startFakeGitHub();
  people = driver(github, { url: 'http://127.0.0.1:9/', secret: 'nobody listens' });
  github.state.git.commit('main', { [CI]: WORKFLOW, '.github/pipewright.yml': 'mode: enforce\n' });
  runner = actionRunner(github);
  pull = await people.open({ [CI]: WIDENED });
});

afterEach(async () => {
  await github.close();
  runner.remove();
  expect(github.violations).toEqual([]);
});

const review = (inputs: Readonly<Record<string, string>> = {}): Promise<Step> =>
  runner.step('pull_request', pullPayload(github, pull), {
    inputs: { COMMENTS: 'false', ...inputs },
    permissions: READING,
  });

describe('in the Action, an approving review', () => {
  test('of exactly the head lifts the gate, with a token that only reads', async () => {
    expect((await review()).code).toBe(1);
    people.approve(pull, 'grace', WAIVE);

    const { code, summary, outputs } = await review();
    expect(code).toBe(0);
    expect(outputs).toMatch(/conclusion<<.*\nneutral/);
    expect(summary).toMatch(/Gate lifted for 1 finding\*\*, accepted by `grace` until \S+: the release needs it/);
  });

  test('can start the review itself', async () => {
    people.approve(pull, 'grace', WAIVE);
    const payload = { ...pullPayload(github, pull), action: 'submitted' };
    const { code } = await runner.step('pull_request_review', payload, {
      inputs: { COMMENTS: 'false' },
      permissions: READING,
    });
    expect(code).toBe(0);
  });

  test('names a finding by the fingerprint that the summary shows', async () => {
    const { summary } = await review();
    const [, fingerprint] = /· `([0-9a-f]{20})`/.exec(summary) ?? [];
    people.approve(pull, 'grace', `/pipewright accept ${fingerprint} until=30d known`);
    expect((await review()).code).toBe(0);
  });

  test('holds for the merge group too', async () => {
    people.approve(pull, 'grace', WAIVE);
    const head = await people.queueForMerge(pull);
    const group = { merge_group: { base_sha: github.state.git.resolve('main'), head_sha: head } };
    expect((await runner.step('merge_group', group, { permissions: READING })).code).toBe(0);
  });

  test('holds for the push of what was merged too, whoever merged it and deleted the branch', async () => {
    people.approve(pull, 'grace', WAIVE);
    const push = people.merge(pull, 'grace');
    expect((await runner.step('push', push, { permissions: READING })).code).toBe(0);
  });

  test('holds for no push of something else', async () => {
    people.approve(pull, 'grace', WAIVE);
    const { before, after } = people.merge(pull, 'grace');
    const later = github.state.git.commit('main', { 'A.md': 'more\n' }, { from: after });
    expect((await runner.step('push', { before, after: later }, { permissions: READING })).code).toBe(1);
  });

  test.each<[string, () => unknown]>([
    ['was dismissed', () => people.approve(pull, 'grace', WAIVE, 'DISMISSED')],
    ['is only a comment', () => people.approve(pull, 'grace', WAIVE, 'COMMENTED')],
    [
      'was followed by a request for changes',
      () => [people.approve(pull, 'grace', WAIVE), people.approve(pull, 'grace', 'Wait.', 'CHANGES_REQUESTED')],
    ],
    ['is of an older commit', () => [people.approve(pull, 'grace', WAIVE), people.push(pull, { 'A.md': 'more\n' })]],
    ['is the author’s own', () => people.approve(pull, 'ada', WAIVE)],
    ['is of somebody who may not push', () => people.approve(pull, 'mallory', WAIVE)],
    ['is a bot’s', () => people.approve(pull, 'helper[bot]', WAIVE)],
    [
      'only quotes the command',
      () => people.approve(pull, 'grace', '> /pipewright waive permissions-widened until=7d no'),
    ],
    [
      'was edited afterwards',
      () => Object.assign(people.approve(pull, 'grace', WAIVE), { editedAt: new Date().toISOString() }),
    ],
  ])('lifts nothing when it %s', async (_, approve) => {
    await approve();
    expect((await review()).code).toBe(1);
  });

  test('of somebody who pushed under another name lifts nothing', async () => {
    await people.push(pull, { 'A.md': 'more\n' }, { by: 'grace', people: { author: 'ada', committer: 'ada' } });
    people.approve(pull, 'grace', WAIVE);

    const { code, summary } = await review();
    expect(code).toBe(1);
    expect(summary).toContain('`grace` pushed to its branch');
  });
});

test('the inputs of the workflow, which the pull request can edit, loosen nothing', async () => {
  expect((await review({ MODE: 'observe' })).code).toBe(1);
});

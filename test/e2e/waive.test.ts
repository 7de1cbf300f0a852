import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type AppStage, appStage } from '../support/app-stage.ts';
import type { FakeComment, FakePull } from '../support/fake-github/state.ts';

const PATH = '.github/workflows/greet.yml';
const SETTINGS = { '.github/pipewright.yml': 'mode: enforce\n' };
const step = (field: string) => `      - run: echo "\${{ github.event.issue.${field} }}"\n`;
const greeting = (...fields: readonly string[]) => `on: issues
permissions:
  contents: read
jobs:
  greet:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
${fields.map(step).join('')}`;

let stage: AppStage;
let pull: FakePull;

beforeEach(async () => {
  stage = await appStage({ 'README.md': '# Churn\n', ...SETTINGS });
  pull = await stage.people.open({ [PATH]: greeting('title') });
  await stage.settled();
  expect(conclusion()).toBe('failure');
});

afterEach(async () => {
  await stage.stop();
  expect(stage.github.violations).toEqual([]);
});

const conclusion = () => stage.aggregate(pull).conclusion;

function thread(): FakeComment {
  const found = stage.github.state.lineComments.find(({ replyTo }) => replyTo === undefined);
  if (found === undefined) throw new Error('Nothing was commented.');
  return found;
}

function fingerprint(): string {
  return /pipewright accept ([0-9a-f]+)/.exec(stage.github.state.issueComments[0]?.body ?? '')?.[1] ?? '';
}

const lastAnswer = () => stage.answers().at(-1)?.body ?? '';

describe('somebody who may push and has no part in the change', () => {
  test('accepts a finding in the thread of its comment: the check is neutral and says who, until when and why', async () => {
    await stage.says(pull, 'grace', '/pipewright accept until=30d the *form* is ours @everyone', thread());

    expect(lastAnswer()).toMatch(/^accepted by `grace` until \d{4}-\d\d-\d\d: `the \*form\* is ours @everyone`\n/);
    expect(stage.aggregate(pull)).toMatchObject({
      conclusion: 'neutral',
      title: 'Nothing blocks, 1 finding was accepted here',
      summary: expect.stringMatching(
        /\*\*Gate lifted for 1 finding\*\*, accepted by `grace` until \S+: the \\\*form\\\*/,
      ),
    });
    const [summary] = stage.github.state.issueComments;
    expect(summary?.body).toContain('**Gate lifted for 1 finding**, accepted by `grace`');
  });

  test('accepts a finding by its fingerprint, until a day', async () => {
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await stage.says(pull, 'grace', `/pipewright accept ${fingerprint()} until=${until} known`);

    expect(lastAnswer()).toContain(`accepted by \`grace\` until ${until}: \`known\``);
    expect(conclusion()).toBe('neutral');
  });

  test('waives a rule for what it finds now: a later push brings nothing through', async () => {
    await stage.says(pull, 'grace', '/pipewright waive template-injection until=7d production is down');
    expect(lastAnswer()).toContain('waived by `grace`');
    expect(conclusion()).toBe('neutral');

    await stage.people.push(pull, { [PATH]: greeting('title', 'body') });
    await stage.settled();
    expect(conclusion()).toBe('failure');
    expect(stage.aggregate(pull).summary).toContain('Gate lifted for 1 finding');
  });

  test('takes it back by deleting our answer', async () => {
    await stage.says(pull, 'grace', `/pipewright accept ${fingerprint()} until=30d known`);
    expect(conclusion()).toBe('neutral');

    const [answer] = stage.answers();
    if (answer) await stage.people.remove(pull, answer);
    await stage.settled();
    expect(conclusion()).toBe('failure');
  });

  test('is not held up by a merge group with the same finding', async () => {
    const unaccepted = await stage.people.queueForMerge(pull);
    await stage.settled();
    expect(stage.aggregate(unaccepted).conclusion).toBe('failure');

    await stage.says(pull, 'grace', `/pipewright accept ${fingerprint()} until=30d known`);
    stage.github.state.git.commit('main', { 'OTHER.md': 'meanwhile\n' });
    const head = await stage.people.queueForMerge(pull);
    await stage.settled();
    expect(stage.aggregate(head)).toMatchObject({
      conclusion: 'neutral',
      summary: expect.stringContaining('accepted by `grace`'),
    });
  });

  test('is listed, where the settings name approvers: by login or by team', async () => {
    const { state } = stage.github;
    state.writers.add('linus');
    state.granted = { ...state.granted, members: 'read' };
    state.teams.set('acme/security', ['linus']);
    const approvers = 'waivers:\n  approvers: ["@acme/security", hopper]\n';
    state.git.commit('main', { '.github/pipewright.yml': `mode: enforce\n${approvers}` });

    await stage.says(pull, 'grace', `/pipewright accept ${fingerprint()} until=30d known`);
    expect(lastAnswer()).toContain('`grace` is not among the approvers');
    await stage.says(pull, 'linus', `/pipewright accept ${fingerprint()} until=30d known`);
    expect(conclusion()).toBe('neutral');
  });

  test('is nobody, where a team of approvers cannot be read', async () => {
    const approvers = 'waivers:\n  approvers: ["@acme/security"]\n';
    stage.github.state.git.commit('main', { '.github/pipewright.yml': `mode: enforce\n${approvers}` });
    await stage.says(pull, 'grace', `/pipewright accept ${fingerprint()} until=30d known`);

    expect(lastAnswer()).toContain('reading teams takes the permission `members: read`');
    expect(stage.answers()).toHaveLength(1);
    expect(conclusion()).toBe('failure');
  });
});

describe('what is not understood is answered, and the gate stays', () => {
  test.each([
    ['without an end', 'accept FINGERPRINT known', 'an end is missing'],
    ['without a reason', 'accept FINGERPRINT until=30d', 'a reason is missing'],
    ['for longer than half a year', 'accept FINGERPRINT until=181d known', '`until=181d` is no end'],
    ['until a day that is past', 'accept FINGERPRINT until=2020-01-01 known', '`until=2020-01-01` is no end'],
    ['without saying which finding', 'accept until=30d known', 'Which finding?'],
    ['of a rule that finds nothing', 'waive run-as-root until=7d known', 'introduces no finding `run-as-root`'],
  ])('%s', async (_, command, answer) => {
    await stage.says(pull, 'grace', `/pipewright ${command.replace('FINGERPRINT', fingerprint())}`);
    expect(lastAnswer()).toContain(answer);
    expect(conclusion()).toBe('failure');
  });
});

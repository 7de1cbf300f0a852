import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakeCheckRun, FakeComment, FakePull } from '../support/fake-github/state.ts';
import { type RunningApp, startApp, until } from '../support/start-app.ts';

const PATH = '.github/workflows/greet.yml';
const INJECTION = `on: issues
permissions:
  contents: read
jobs:
  greet:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: |
          echo "New: \${{ github.event.issue.title }}"
`;

let github: FakeGitHub;
let app: RunningApp;
let people: Driver;
let pull: FakePull;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { 'README.md': '# Churn\n' });
  app = await startApp(github.url, { PIPEWRIGHT_RECONCILE: 'off' });
  people = driver(github, app.hook);
  pull = await people.open({ [PATH]: INJECTION });
  await reviewed();
});

afterEach(async () => {
  expect(await app.stop()).toBe(0);
  await github.close();
  expect(github.violations).toEqual([]);
});

async function reviewed(): Promise<void> {
  await until(
    () => github.state.checkRuns.length >= 3 && github.state.checkRuns.every(({ status }) => status === 'completed'),
    () => `Not concluded:\n${app.log()}`,
  );
  await idle();
}

async function idle(): Promise<void> {
  const quiet = async () => /jobs_queued 0\n.*jobs_running 0\n/s.test(await (await fetch(`${app.url}/metrics`)).text());
  await until(quiet, () => `Not idle:\n${app.log()}`);
}

async function says(login: string, body: string, thread?: FakeComment): Promise<FakeComment> {
  expect(await people.comment(pull, login, body, thread)).toBe(200);
  const said = (thread === undefined ? github.state.issueComments : github.state.lineComments).at(-1);
  await idle();
  return said ?? absent();
}

function answers(): readonly string[] {
  const all = [...github.state.issueComments, ...github.state.lineComments];
  return all.filter(({ body }) => body.includes('pipewright answer')).map(({ body }) => body);
}

function aggregate(): FakeCheckRun {
  return github.state.checkRuns.findLast(({ name }) => name === 'Pipewright') ?? absent();
}

function grantWriting(): void {
  github.state.granted = { ...github.state.granted, contents: 'write', workflows: 'write' };
}

function finding(): FakeComment {
  return github.state.lineComments[0] ?? absent();
}

function absent(): never {
  throw new Error('It is not there.');
}

describe('a command on a pull request', () => {
  test('`review` reviews it again and says so with a thumb', async () => {
    const asked = await says('grace', '/pipewright review');
    await reviewed();
    expect(github.state.reactions).toEqual([`issue/${asked.id} +1`]);
    expect(github.state.checkRuns).toHaveLength(6);
    expect(github.state.reviews).toHaveLength(1);
  });

  test('`explain` answers with the page of a rule, by any name it has', async () => {
    await says('grace', '/pipewright explain template-injection');
    await says('grace', '/pipewright explain template-injektion');
    expect(answers()).toHaveLength(2);
    expect(answers()[0]).toContain('**Untrusted text becomes part of a script**');
    expect(answers()[1]).toContain('Did you mean `template-injection`?');
  });

  test('`ignore` stops the comments of a rule, and the check counts it as before', async () => {
    await says('grace', '/pipewright ignore template-injection we know @everyone');
    await reviewed();
    const before = aggregate().conclusion;
    await people.push(pull, { '.github/workflows/other.yml': INJECTION });
    await reviewed();
    expect(github.state.lineComments).toHaveLength(1);
    expect(aggregate().conclusion).toBe(before);
    const summary = github.state.issueComments.find(({ body }) => body.startsWith('### Pipewright')) ?? absent();
    expect(summary.body).toContain('**Not commented on here**');
    expect(summary.body).toContain('asked by `grace`: we know');
    expect(summary.body).not.toContain(' @everyone');
  });

  test('`contest` in a thread is noted there and listed in the summary', async () => {
    await says('ada', '/pipewright contest the title comes from a form', finding());
    await reviewed();
    expect(github.state.lineComments.at(-1)).toMatchObject({ login: 'pipewright-test[bot]', replyTo: finding().id });
    const [summary] = github.state.issueComments;
    expect(summary?.body).toContain('**Contested; whoever maintains this decides**');
    expect(summary?.body).toContain('`template-injection`: contested by `ada`: the title comes from a form');
    expect(github.state.lineComments.filter(({ replyTo }) => replyTo === undefined)).toHaveLength(1);
  });

  test('of somebody without rights is not carried out', async () => {
    const asked = await says('mallory', '/pipewright ignore template-injection because I say so');
    expect(answers()).toEqual([]);
    expect(github.state.reactions).toEqual([`issue/${asked.id} confused`]);
  });

  test('that is not understood is answered with what can be asked', async () => {
    await says('ada', '/pipewright dance');
    await says('ada', '/pipewright ignore template-injection');
    expect(answers()[0]).toContain('`dance` is no command');
    expect(answers()[1]).toContain('`ignore` needs the id of a rule and a reason');
  });

  test('is carried out once, however often GitHub delivers it, and not when it is edited or quoted', async () => {
    await says('ada', '/pipewright explain template-injection');
    const [delivery] = github.state.deliveries.filter(({ event }) => event === 'issue_comment');
    expect(await people.send('issue_comment', delivery?.payload ?? {})).toBe(200);
    expect(await people.send('issue_comment', { ...delivery?.payload, action: 'edited' })).toBe(200);
    await says('ada', '> /pipewright explain template-injection');
    expect(answers()).toHaveLength(1);
  });
});

describe('a button of the check', () => {
  test('commits the safe fixes where the App may write', async () => {
    grantWriting();
    expect(aggregate().buttons).toEqual(['apply-fixes', 'explain', 'review-again']);
    expect(await people.press(aggregate(), 'apply-fixes', 'grace')).toBe(200);
    await idle();
    expect(aggregate().text).toContain('1 safe fix committed as ');
    const fixed = github.state.git.tree(pull.headSha).find(({ path }) => path === PATH) ?? absent();
    expect(github.state.git.blob(fixed.sha).toString()).toContain('ISSUE_TITLE: ${{ github.event.issue.title }}');
  });

  test.each([
    ['the App may not write', () => undefined, 'grace'],
    ['whoever pressed it may not', grantWriting, 'mallory'],
  ])('shows them as a patch that applies where %s', async (_, prepare, login) => {
    prepare();
    await people.press(aggregate(), 'apply-fixes', login);
    await idle();
    const { text } = aggregate();
    expect(text).toContain('could not be committed');
    expect(text).toContain('+          ISSUE_TITLE: ${{ github.event.issue.title }}');
    expect(github.state.git.resolve(pull.branch)).toBe(pull.headSha);
  });

  test('leaves the receipt where it stands', async () => {
    const receipt = /<details><summary>Receipt<\/summary>\n\n```json\n(\{.*\})\n```\n\n<\/details>$/;
    expect(JSON.parse(receipt.exec(aggregate().text ?? '')?.[1] ?? '')).toMatchObject({
      head: pull.headSha,
      version: 1,
    });
    await people.press(aggregate(), 'explain', 'grace');
    await idle();
    expect(aggregate().text).toMatch(receipt);
    expect(aggregate().text).toContain('**Untrusted text becomes part of a script**');
  });

  test('explains what was found', async () => {
    await people.press(aggregate(), 'explain', 'grace');
    await idle();
    expect(aggregate().text).toContain('**Untrusted text becomes part of a script**');
    expect(aggregate().summary).not.toBe('');
  });

  test('reviews again', async () => {
    await people.press(aggregate(), 'review-again', 'grace');
    await until(
      () => github.state.checkRuns.length === 6,
      () => app.log(),
    );
    await reviewed();
    expect(github.state.reviews).toHaveLength(1);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { actionRunner, pullPayload, type Runner, runPayload, type StepOptions } from '../support/run-action.ts';
import { CI, COMMENTING, PUBLISHING, READING, WIDENED, WORKFLOW } from '../support/widened-workflow.ts';

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

const review = (pull: FakePull, options: StepOptions) =>
  runner.step('pull_request', pullPayload(github, pull), {
    ...options,
    inputs: { MODE: 'enforce', ...options.inputs },
  });

const writes = () => github.requests.filter((request) => !request.startsWith('GET') && request !== 'POST /graphql');

describe('after a run on a fork, workflow_run', () => {
  const publish = (pull: FakePull, report?: string, more: object = {}) =>
    runner.step('workflow_run', runPayload(github, pull, more), {
      inputs: { MODE: 'enforce', ...(report === undefined ? {} : { PUBLISH: report }) },
      permissions: PUBLISHING,
    });

  /** The fork's run, up to the report that it leaves. */
  async function reported(pull: FakePull): Promise<string> {
    await review(pull, { permissions: READING, inputs: { COMMENTS: 'false', REPORT: 'report/pipewright.json' } });
    return join(runner.folder, 'report', 'pipewright.json');
  }

  test('publishes comments and a summary, and nothing else', async () => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });
    const report = await reported(pull);

    const { code, out, summary, outputs } = await publish(pull, report);

    expect(code).toBe(0);
    expect(github.state.lineComments).toEqual([
      expect.objectContaining({
        path: CI,
        line: 3,
        body: expect.stringContaining('```suggestion\n  contents: read\n```'),
      }),
    ]);
    expect(github.state.issueComments).toHaveLength(1);
    expect(summary).toContain('permissions-widened');
    expect(summary).toContain('finds the same');
    expect(out).not.toMatch(/^::(error|warning|notice)/m);
    expect(outputs).toBe('');
    expect(github.state.checkRuns).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  test('twice publishes nothing twice, and after a fix marks the comment', async () => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });
    await publish(pull, await reported(pull));
    await publish(pull, await reported(pull));
    expect(github.state.lineComments).toHaveLength(1);

    await people.push(pull, { [CI]: WORKFLOW });
    await publish(pull, await reported(pull));

    expect(github.state.lineComments).toEqual([expect.objectContaining({ minimized: 'RESOLVED' })]);
  });

  test('needs no report', async () => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });

    const { code } = await publish(pull);

    expect(code).toBe(0);
    expect(github.state.lineComments).toHaveLength(1);
  });

  test('comments on each pull request that has the commit as its head', async () => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });
    const report = await reported(pull);
    const twin = { ...pull, number: pull.number + 1 };
    github.state.pulls.set(twin.number, twin);

    const { summary } = await publish(pull, report);

    expect(github.state.lineComments.map((comment) => comment.pull).sort()).toEqual([pull.number, twin.number]);
    expect(summary).toContain('finds the same');
    expect(summary).not.toContain('refused');
  });

  test('says nothing about a commit that is not the head any more', async () => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });
    const report = await reported(pull);
    const old = runPayload(github, pull);
    await people.push(pull, { [CI]: WIDENED.replace('make', 'make all') });

    const { code, out } = await runner.step('workflow_run', old, {
      inputs: { PUBLISH: report },
      permissions: PUBLISHING,
    });

    expect(code).toBe(0);
    expect(out).toContain('Nothing to publish');
    expect(writes()).toEqual([]);
  });

  test.each(['mallory/churn', 'ada/other'])('does not comment for a run on the same branch of %s', async (name) => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });

    const { out } = await publish(pull, undefined, { head_repository: { full_name: name } });

    expect(out).toContain('Nothing to publish');
    expect(writes()).toEqual([]);
  });

  test('of a run on a push has nothing to do', async () => {
    const pull = await people.open({ [CI]: WIDENED });

    const { code, out } = await publish(pull, undefined, { event: 'push' });

    expect(code).toBe(0);
    expect(out).toContain('Nothing to review: the run before this one was started by push');
    expect(github.requests).toEqual([]);
  });

  test('without the right to comment fails, for that is what it is for', async () => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });

    const payload = runPayload(github, pull);
    const { code, out, summary } = await runner.step('workflow_run', payload, { permissions: READING });

    expect(code).toBe(3);
    expect(out.match(/::error/g)).toHaveLength(1);
    expect(summary).toContain('pull-requests: write');
    expect(writes()).toHaveLength(1);
  });

  describe('with a report that somebody forged', () => {
    const HOSTILE = 'OWNED @ada [x](https://evil.invalid) <img src=x> \n::error::OWNED\n../../etc/passwd';
    const good = (pull: FakePull) => ({
      version: 1,
      repository: 'acme/churn',
      number: pull.number,
      headSha: pull.headSha,
      findings: [],
    });

    test.each<[string, (pull: FakePull, other: FakePull) => string | Buffer, string]>([
      ['has 100 MB', () => Buffer.alloc(100_000_000, 'x'), 'it has 100000 kB'],
      ['is no JSON', () => `${HOSTILE}{`, 'the form of a report'],
      [
        'brings texts and paths',
        (pull) => JSON.stringify({ ...good(pull), message: HOSTILE, path: HOSTILE }),
        'the form of a report',
      ],
      [
        'pollutes a prototype',
        (pull) => JSON.stringify(good(pull)).replace('{', '{"__proto__":{"findings":[]},'),
        'the form of a report',
      ],
      [
        'is about another pull request',
        (pull, other) => JSON.stringify({ ...good(pull), number: other.number }),
        'another pull request',
      ],
      [
        'is about another commit',
        (pull, other) => JSON.stringify({ ...good(pull), headSha: other.headSha }),
        'another commit',
      ],
    ])('that %s, publishes its own review and nothing of it', async (_, forge, why) => {
      const other = await people.open({ [CI]: `${WIDENED}      - run: ls\n` });
      const pull = await people.open({ [CI]: WIDENED }, { fork: true });
      const report = join(runner.folder, 'forged.json');
      writeFileSync(report, forge(pull, other));

      const { code, out, summary } = await publish(pull, report);

      expect(code).toBe(0);
      expect(summary).toContain('was refused');
      expect(summary).toContain(why);
      const { lineComments, issueComments } = github.state;
      expect(lineComments).toEqual([expect.objectContaining({ pull: pull.number, path: CI, line: 3 })]);
      expect(issueComments).toEqual([expect.objectContaining({ pull: pull.number })]);
      const published = [...lineComments, ...issueComments].map(({ body }) => body).join('\n');
      expect(out + summary + published).not.toMatch(/OWNED|evil\.invalid|passwd/);
      expect(github.violations).toEqual([]);
    });

    test('whose fingerprints are of comments that stand, neither hides, repeats nor resolves one', async () => {
      const pull = await people.open({ [CI]: WIDENED }, { fork: true });
      const report = await reported(pull);
      await publish(pull, report);
      const said = github.state.lineComments.map(({ body }) => body);

      const forged = { ...JSON.parse(readFileSync(report, 'utf8')), findings: ['0123456789abcdef0123'] };
      writeFileSync(report, JSON.stringify(forged));
      const { summary } = await publish(pull, report);

      expect(summary).toContain('lists 1 that this review does not find, and lacks 1 that it finds');
      expect(github.state.lineComments.map(({ body }) => body)).toEqual(said);
      expect(github.state.lineComments[0]?.minimized).toBeUndefined();
    });

    test('that is not there, says so', async () => {
      const pull = await people.open({ [CI]: WIDENED }, { fork: true });

      const { code, summary } = await publish(pull, join(runner.folder, 'nothing.json'));

      expect(code).toBe(0);
      expect(summary).toContain('there is none');
      expect(github.state.lineComments).toHaveLength(1);
    });
  });
});

test('a report is published on workflow_run and nowhere else', async () => {
  const pull = await people.open({ [CI]: WIDENED });

  const { code, out } = await review(pull, { inputs: { PUBLISH: 'report.json' }, permissions: COMMENTING });

  expect(code).toBe(2);
  expect(out).toContain('is for workflow_run');
  expect(github.requests).toEqual([]);
});

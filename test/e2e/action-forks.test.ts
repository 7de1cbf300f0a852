import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Driver, driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';
import { actionRunner, pullPayload, type Runner, type StepOptions } from '../support/run-action.ts';
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

const review = (pull: FakePull, options: StepOptions) =>
  runner.step('pull_request', pullPayload(github, pull), {
    ...options,
    inputs: { MODE: 'enforce', ...options.inputs },
  });

const writes = () => github.requests.filter((request) => !request.startsWith('GET') && request !== 'POST /graphql');

describe('with a token that can only read', () => {
  test.each([
    ['a fork', { fork: true }, 'ada', 'comes from a fork'],
    ['Dependabot', {}, 'dependabot[bot]', 'Dependabot started this run'],
  ])('the change of %s is reviewed all the same, and no write is tried', async (_, how, actor, why) => {
    const pull = await people.open({ [CI]: WIDENED }, how);

    const { code, out, summary, outputs } = await review(pull, { actor, permissions: READING });

    expect(code).toBe(1);
    expect(out).toContain(`::error file=${CI},line=3`);
    expect(out.match(/No comments/g)).toHaveLength(1);
    expect(summary).toContain('permissions-widened');
    expect(summary).toContain(why);
    expect(summary).toContain('To have comments');
    expect(outputs).toMatch(/conclusion<<.*\nfailure/);
    expect(writes()).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  test('a change with nothing to say about does not speak of comments', async () => {
    const pull = await people.open({ 'README.md': 'Pears and plums.\n' }, { fork: true });

    const { code, out, summary } = await review(pull, { permissions: READING });

    expect(code).toBe(0);
    expect(out + summary).not.toContain('No comments');
  });

  test('that nobody told about, the first refusal is the last try, and the gate decides as before', async () => {
    const pull = await people.open({ [CI]: WIDENED });

    const { code, out, summary } = await review(pull, { permissions: READING });

    expect(code).toBe(1);
    expect(writes()).toEqual(['POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews']);
    expect(out.match(/::warning/g)).toHaveLength(1);
    expect(out).toContain('::warning::No comments: GitHub refused');
    expect(summary).toContain('GitHub refused to let the token of this job write');
    expect(summary).toContain('permissions-widened');
  });

  test('a limit on requests is not taken for a refusal', async () => {
    const pull = await people.open({ [CI]: WIDENED });
    const body = { message: 'You have exceeded a secondary rate limit.' };
    github.fail({ route: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', status: 403, body });

    const { code, out } = await review(pull, { permissions: COMMENTING });

    expect(code).toBe(1);
    expect(out).toContain('::warning::Not posted: The review could not be posted');
    expect(github.state.issueComments).toHaveLength(1);
  });
});

describe('with a token that may comment', () => {
  test('Dependabot is commented where the job gives it the permission', async () => {
    const pull = await people.open({ [CI]: WIDENED });

    await review(pull, { actor: 'dependabot[bot]', permissions: COMMENTING });

    expect(github.state.lineComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  test('a fork of a private repository is commented where its settings allow it', async () => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });
    const payload = pullPayload(github, pull) as { pull_request: { base: { repo: object } } };
    Object.assign(payload.pull_request.base.repo, { private: true });

    await runner.step('pull_request', payload, { permissions: COMMENTING });

    expect(github.state.lineComments).toHaveLength(1);
  });

  test('pull_request_target reviews a fork by API alone, and comments', async () => {
    const pull = await people.open({ [CI]: WIDENED }, { fork: true });
    const sha = github.state.git.resolve('main') ?? '';

    const { code, out } = await runner.step('pull_request_target', pullPayload(github, pull), {
      sha,
      inputs: { MODE: 'enforce' },
      permissions: COMMENTING,
    });

    expect(code).toBe(1);
    expect(out).toContain(`::error file=${CI},line=3`);
    expect(github.state.lineComments).toEqual([expect.objectContaining({ path: CI, commit: pull.headSha })]);
    expect(github.state.issueComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });
});

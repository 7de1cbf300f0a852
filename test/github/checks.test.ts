import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { concludeAll, concludeCheck, type StartedChecks, startChecks } from '../../src/github/checks/checks.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
const FINE = { conclusion: 'success', title: 'Fine', summary: 'Fine' } as const;

let github: FakeGitHub;
let octokit: Octokit;
let headSha: string;

beforeEach(async () => {
  github = await startFakeGitHub();
  headSha = github.state.git.commit('main', { 'README.md': 'hello\n' });
  octokit = new Octokit({ baseUrl: github.url, auth: 'token', log: QUIET });
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

function start(subject = 'pull/1'): Promise<StartedChecks> {
  return startChecks(octokit, { owner: 'acme', repo: 'churn', headSha, subject }, ['DevOps engineer']);
}

const ids = (checks: StartedChecks) => checks.runs.map(({ id }) => id);

test('checks of a review that was killed while it concluded are all taken over', async () => {
  const killed = await start();
  const persona = killed.runs[1];
  if (persona === undefined) throw new Error('no persona');
  await concludeCheck(octokit, killed, persona, FINE);
  expect(ids(await start())).toEqual(ids(killed));
});

test('checks of a review that ended, or of another subject, are not', async () => {
  const ended = await start();
  await concludeAll(octokit, ended, FINE);
  const again = await start();
  const other = await start('pull/2');
  const all = [ended, again, other].flatMap(ids);
  expect(new Set(all).size).toBe(6);
});

test('the aggregate is concluded last, so its conclusion says that all are', async () => {
  const checks = await start();
  github.fail({ route: 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', status: 404 });
  await expect(concludeAll(octokit, checks, FINE)).rejects.toThrow();
  expect(github.state.checkRuns.map(({ status }) => status)).toEqual(['in_progress', 'in_progress']);
  expect(github.state.checkRuns[0]?.name).toBe('Pipewright');
});

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { review } from '../../src/app/review.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { serviceFor } from './service-fixture.ts';

let github: FakeGitHub;
let headSha: string;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { 'README.md': 'hello\n' });
  headSha = github.state.git.commit('b1', { 'README.md': 'hi\n' }, { from: 'main' });
  const pull = { number: 1, author: 'ada', title: 'T', body: '', base: 'main', branch: 'b1', headSha };
  github.state.pulls.set(1, { ...pull, draft: false, open: true, fork: false });
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

function reviewed(signal = new AbortController().signal) {
  const target = { installation: 42, owner: 'acme', repo: 'churn', headSha, number: 1 };
  return review(serviceFor(github), { do: 'review', target }, signal);
}

function conclusions() {
  return github.state.checkRuns.map(({ conclusion }) => conclusion);
}

test('a review that is superseded leaves cancelled checks behind', async () => {
  const abort = new AbortController();
  abort.abort(new Error('newer'));
  await expect(reviewed(abort.signal)).rejects.toThrow('newer');
  expect(conclusions()).toEqual(['cancelled', 'cancelled', 'cancelled']);
});

test('a review that fails leaves checks that do not pass, without the text of the error', async () => {
  github.fail({ route: 'GET /repos/{owner}/{repo}/compare/{basehead}', status: 404, body: { message: 's3cret' } });
  await expect(reviewed()).rejects.toThrow('s3cret');
  expect(conclusions()).toEqual(['action_required', 'action_required', 'action_required']);
  expect(github.state.checkRuns[0]?.summary).toContain('GitHub answered 404');
  expect(JSON.stringify(github.state.checkRuns)).not.toContain('s3cret');
});

test('a pull request that cannot be read still gets checks on the commit of the event', async () => {
  github.fail({ route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}', status: 404 });
  await expect(reviewed()).rejects.toThrow();
  expect(github.state.checkRuns.map((run) => [run.headSha, run.conclusion])).toEqual(
    Array.from({ length: 3 }, () => [headSha, 'action_required']),
  );
});

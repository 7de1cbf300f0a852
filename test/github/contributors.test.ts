import { expect, test } from '@jest/globals';
import { contributors } from '../../src/github/approvals/contributors.ts';
import type { GitHubClient } from '../../src/github/client.ts';
import type { PullRequest } from '../../src/github/reading/read-change.ts';

const NAME = { owner: 'acme', repo: 'churn' };
const PULL: PullRequest = {
  number: 7,
  title: '',
  body: '',
  author: 'Ada',
  draft: false,
  open: true,
  headSha: 'head',
  headRef: 'topic',
  headRepository: 'Acme/churn',
  baseRef: 'main',
  changedFiles: 1,
};

interface Answers {
  readonly commits?: readonly object[];
  /** Pages of pushes. */
  readonly pushes?: readonly (readonly object[])[];
}

const ADA = { login: 'Ada' };
const commit = (sha: string, author: object | null = ADA, committer: object | null = ADA) => ({
  sha,
  author,
  committer,
});
const push = (login: string, after: string) => ({ actor: { login }, after });

/** GitHub, as far as it is asked: pages of commits by number, pages of pushes by cursor. */
function github({ commits = [commit('head')], pushes = [[push('Ada', 'head')]] }: Answers): GitHubClient {
  const request = async (route: string, asked: { readonly page?: number; readonly after?: string }) => {
    if (route.endsWith('/commits')) {
      const page = asked.page ?? 1;
      return { data: commits.slice((page - 1) * 100, page * 100), headers: {} };
    }
    const page = Number(asked.after ?? 0);
    const next = `<https://api.github.com/repositories/1/activity?ref=x&after=${page + 1}>; rel="next"`;
    return { data: pushes[page] ?? [], headers: page + 1 < pushes.length ? { link: next } : {} };
  };
  return { request, graphql: undefined } as unknown as GitHubClient;
}

const known = async (answers: Answers, pull: PullRequest = PULL) => {
  const found = await contributors(github(answers), NAME, pull);
  return 'parts' in found ? [...found.parts.keys()].toSorted() : found.unknown;
};

test('the author, whoever wrote or committed, and whoever pushed have a part, on every page', async () => {
  const commits = [...Array.from({ length: 100 }, (_, at) => commit(`${at}`)), commit('head', { login: 'bob' })];
  const pushes = [[push('Eve', 'head')], [push('Ada', '1')], [push('linus', '0')]];
  expect(await known({ commits, pushes })).toEqual(['ada', 'bob', 'eve', 'linus']);
});

test.each<[string, Answers, string]>([
  ['a commit has no author', { commits: [commit('head', null)] }, 'no account that GitHub knows'],
  ['a committer is empty', { commits: [commit('head', ADA, {})] }, 'no account that GitHub knows'],
  ['there are too many commits', { commits: Array.from({ length: 250 }, () => commit('head')) }, '250 commits or more'],
  ['the head is not among the commits yet', { commits: [commit('old')] }, 'is being pushed to'],
  ['nobody is named for a push', { pushes: [[{ actor: null, after: 'head' }]] }, 'does not say who pushed'],
  ['the push of the head is not listed', { pushes: [[push('Ada', 'old')]] }, 'does not say who pushed head'],
  ['no push is listed', { pushes: [] }, 'does not say who pushed head'],
  ['there are too many pushes', { pushes: Array.from({ length: 11 }, () => [push('Ada', 'head')]) }, 'too often'],
])('it is not known where %s', async (_, answers, reason) => {
  expect(await known(answers)).toContain(reason);
});

test('it is not known of a pull request whose author is gone', async () => {
  expect(await known({}, { ...PULL, author: '' })).toContain('who opened it');
});

test('the branch of a fork is its author’s: nobody is asked who pushed', async () => {
  expect(await known({ pushes: [] }, { ...PULL, headRepository: 'ada/churn' })).toEqual(['ada']);
});

test('whoever deleted the branch has brought nothing', async () => {
  const deletion = { ...push('grace', '0'.repeat(40)), activity_type: 'branch_deletion' };
  expect(await known({ pushes: [[deletion, push('Ada', 'head')]] })).toEqual(['ada']);
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { githubFacts } from '../../src/github/github-facts.ts';
import { githubSource } from '../../src/github/github-source.ts';
import type { Files } from '../support/fake-github/import-stream.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import type { FakePull } from '../support/fake-github/state.ts';

let github: FakeGitHub;
let octokit: Octokit;

beforeEach(async () => {
  github = await startFakeGitHub();
  octokit = new Octokit({ baseUrl: github.url, auth: 'token', log: QUIET });
  github.state.git.commit('main', {
    'README.md': 'hello\n',
    Dockerfile: 'FROM node:20\nRUN npm ci\n',
    'old name.yml': 'a: 1\nb: 2\nc: 3\n',
    'gone.tf': 'x = 1\n',
  });
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

function open(files: Files, more: Partial<FakePull> = {}): FakePull {
  const headSha = github.state.git.commit('feature', files, { from: 'main' });
  const pull: FakePull = {
    number: 7,
    author: 'ada',
    title: 'Faster',
    body: 'Because',
    base: 'main',
    branch: 'feature',
    headSha,
    draft: false,
    open: true,
    fork: false,
    ...more,
  };
  github.state.pulls.set(7, pull);
  return pull;
}

function manyFiles(count = 330): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k8s/${index}.yaml`, `a: ${index}\n`]));
}

/** Another commit becomes the pull request's head just before this route is asked. */
function pushBefore(route: string, pull: FakePull): void {
  octokit.hook.before('request', ({ url }) => {
    if (!url.endsWith(route)) return;
    const headSha = github.state.git.commit('feature', { 'README.md': 'harmless\n' }, { from: 'main' });
    github.state.pulls.set(pull.number, { ...pull, headSha });
  });
}

function source() {
  return githubSource(octokit, { owner: 'acme', repo: 'churn', number: 7 });
}

describe('the change of a pull request', () => {
  test('names its commits: the merge base to compare with, the tip of the base for policy, the head', async () => {
    const mergeBase = github.state.git.resolve('main');
    const pull = open({ Dockerfile: 'FROM node:22\nRUN npm ci\n' });
    const tip = github.state.git.commit('main', { 'later.txt': 'on main\n' });
    const change = await source().change();
    expect(change).toMatchObject({ mergeBaseSha: mergeBase, policySha: tip, headSha: pull.headSha, number: 7 });
    expect(change.files.map(({ path }) => path)).toEqual(['Dockerfile']);
  });

  test('has every kind of file with its hunks', async () => {
    open({
      Dockerfile: 'FROM node:22\nRUN npm ci\n',
      'old name.yml': null,
      'new.yml': 'a: 1\nb: 2\nc: 3\n',
      'gone.tf': null,
      'logo.png': Buffer.from([0x89, 0x50, 0, 1, 2]),
    });
    const { files } = await source().change();
    const byPath = new Map(files.map((file) => [file.path, file]));
    expect(byPath.get('Dockerfile')).toMatchObject({ status: 'modified', kind: 'dockerfile' });
    expect(byPath.get('Dockerfile')?.hunks?.[0]).toMatchObject({ oldStart: 1, newStart: 1 });
    expect(byPath.get('new.yml')).toMatchObject({ status: 'renamed', previousPath: 'old name.yml', hunks: [] });
    expect(byPath.get('gone.tf')).toMatchObject({ status: 'removed' });
    expect(byPath.get('logo.png')).not.toHaveProperty('hunks');
  });

  test('of more files than GitHub compares comes in pages', async () => {
    open(manyFiles());
    const change = await source().change();
    expect(change.files).toHaveLength(330);
    expect(change.truncated).toBe(false);
  });

  test('is that of the head it names, whatever is pushed meanwhile', async () => {
    const pull = open({ Dockerfile: 'FROM node:latest\n' });
    pushBefore('/repos/{owner}/{repo}/compare/{basehead}', pull);
    const change = await source().change();
    expect(change).toMatchObject({ headSha: pull.headSha, truncated: false });
    expect(change.files.map(({ path }) => path)).toEqual(['Dockerfile']);
  });

  test('counts as cut short when something is pushed while it is read in pages', async () => {
    pushBefore('/repos/{owner}/{repo}/pulls/{pull_number}/files', open(manyFiles()));
    expect(await source().change()).toMatchObject({ truncated: true });
  });

  test('of more files than GitHub lists is whole, for both commits are listed too', async () => {
    github.state.git.commit('main', { 'k8s/same.yaml': 'a: 1\n', 'k8s/here.yaml': 'b: 1\n', 'k8s/out.yaml': 'c: 1\n' });
    open({ ...manyFiles(3100), 'k8s/here.yaml': null, 'k8s/there.yaml': 'b: 1\n', 'k8s/out.yaml': null });
    const { files, truncated } = await source().change();
    const statusOf = (path: string) => files.find((file) => file.path === path)?.status;
    expect(truncated).toBe(false);
    expect(files).toHaveLength(3102);
    expect(['k8s/0.yaml', 'k8s/there.yaml', 'k8s/out.yaml', 'k8s/same.yaml'].map(statusOf)).toEqual([
      'added',
      'renamed',
      'removed',
      undefined,
    ]);
    expect(github.requests).not.toContain('GET /repos/{owner}/{repo}/pulls/{pull_number}/files');
  });

  test('of more files than GitHub lists counts as cut short where the commits cannot be listed either', async () => {
    open(manyFiles(3100));
    github.state.truncateTrees = true;
    expect(await source().change()).toMatchObject({ truncated: true });
  });

  test('of a range with more files than GitHub compares is whole', async () => {
    const base = github.state.git.resolve('main') ?? '';
    const head = github.state.git.commit('queue', manyFiles(330), { from: 'main' });
    const change = await githubSource(octokit, { owner: 'acme', repo: 'churn', base, head }).change();
    expect(change.truncated).toBe(false);
    expect(change.files).toHaveLength(330);
  });

  test('tells a fork and a draft', async () => {
    open({ 'README.md': 'hi\n' }, { fork: true, draft: true });
    expect(await source().change()).toMatchObject({ fromFork: true, draft: true });
  });

  test('of a range is what a merge group adds to its base', async () => {
    const base = github.state.git.resolve('main') ?? '';
    const head = github.state.git.commit('queue', { Dockerfile: 'FROM node:22\n' }, { from: 'main' });
    const change = await githubSource(octokit, { owner: 'acme', repo: 'churn', base, head }).change();
    expect(change).toMatchObject({ mergeBaseSha: base, policySha: base, headSha: head, truncated: false });
    expect(change.number).toBeUndefined();
    expect(change.files).toHaveLength(1);
  });
});

describe('the files of a pull request', () => {
  test('are read on both sides; what is not there is absent', async () => {
    open({ Dockerfile: 'FROM node:22\r\n', 'new.txt': 'new\n' });
    const reader = source();
    expect((await reader.read('base', ['Dockerfile'])).get('Dockerfile')).toEqual({
      state: 'text',
      text: 'FROM node:20\nRUN npm ci\n',
    });
    const head = await reader.read('head', ['Dockerfile', 'new.txt', 'never.txt']);
    expect(head.get('Dockerfile')).toEqual({ state: 'text', text: 'FROM node:22\r\n' });
    expect(head.get('new.txt')).toEqual({ state: 'text', text: 'new\n' });
    expect(head.get('never.txt')).toEqual({ state: 'absent' });
  });

  test('are left out with the reason when they are binary, large or links', async () => {
    open({
      'logo.png': Buffer.from([0x89, 0x50, 0, 1, 2]),
      'big.json': 'x'.repeat(1_100_000),
      'a.txt': 'a',
      link: { link: 'a.txt' },
      module: { submodule: '0123456789abcdef0123456789abcdef01234567' },
    });
    const head = await source().read('head', ['logo.png', 'big.json', 'a.txt', 'link', 'module']);
    expect(head.get('module')).toEqual({ state: 'omitted', reason: 'it is a submodule' });
    expect(head.get('link')).toEqual({ state: 'omitted', reason: 'it is a symbolic link' });
    expect(head.get('logo.png')).toEqual({ state: 'omitted', reason: 'it is binary' });
    expect(head.get('big.json')).toMatchObject({ state: 'omitted', reason: expect.stringContaining('1100 kB') });
  });

  test('come whole even where GraphQL would cut them', async () => {
    const text = 'line\n'.repeat(150_000);
    open({ 'long.yaml': text, 'a.txt': 'a' });
    expect((await source().read('head', ['long.yaml', 'a.txt'])).get('long.yaml')).toEqual({ state: 'text', text });
  });

  test('are readable when GitHub does not list the whole tree', async () => {
    open({ Dockerfile: 'FROM node:22\n' });
    github.state.truncateTrees = true;
    const reader = source();
    expect(await reader.tree('head')).toBe('unknown');
    const head = await reader.read('head', ['Dockerfile', 'never.txt']);
    expect(head.get('Dockerfile')).toEqual({ state: 'text', text: 'FROM node:22\n' });
    expect(head.get('never.txt')).toEqual({ state: 'absent' });
  });

  test('two hundred on both sides take fewer than ten requests', async () => {
    const paths = Array.from({ length: 200 }, (_, index) => `k8s/${index}.yaml`);
    github.state.git.commit('main', Object.fromEntries(paths.map((path) => [path, `a: ${path}\n`])));
    open(Object.fromEntries(paths.map((path) => [path, `b: ${path}\n`])));
    const reader = source();
    await reader.change();
    github.requests.length = 0;
    await reader.read('base', paths);
    const head = await reader.read('head', paths);
    expect(head.get('k8s/199.yaml')).toEqual({ state: 'text', text: 'b: k8s/199.yaml\n' });
    expect(github.requests.length).toBeLessThan(10);
  });

  test('are asked for in halves when GitHub takes too long for all of them', async () => {
    const paths = Array.from({ length: 100 }, (_, index) => `k8s/${index}.yaml`);
    open(Object.fromEntries(paths.map((path) => [path, `a: ${path}\n`])));
    const isLong = ({ variables }: Readonly<Record<string, unknown>>) => Object.keys(variables as object).length > 60;
    github.fail({ route: 'POST /graphql', status: 502, when: isLong, times: 9 });
    const head = await source().read('head', paths);
    expect([...head.values()].filter(({ state }) => state === 'text')).toHaveLength(100);
  });

  test('of the policy come from the tip of the base branch, never from the head', async () => {
    open({ '.github/pipewright.yml': 'mode: observe\n' });
    github.state.git.commit('main', { '.github/pipewright.yml': 'mode: enforce\n' });
    const policy = await source().readPolicy(['.github/pipewright.yml', '.github/none.yml']);
    expect(policy.get('.github/pipewright.yml')).toEqual({ state: 'text', text: 'mode: enforce\n' });
    expect(policy.get('.github/none.yml')).toEqual({ state: 'absent' });
  });
});

test('a tree lists every path but no directories', async () => {
  open({ 'a/b/c.txt': 'c\n' });
  const tree = await source().tree('head');
  expect(tree).not.toBe('unknown');
  expect([...tree]).toEqual(expect.arrayContaining(['a/b/c.txt', 'README.md']));
  expect([...tree]).not.toContain('a/b');
});

test('a fact is the commit of a ref, or unknown; it is asked once', async () => {
  const main = github.state.git.resolve('main') ?? '';
  const facts = githubFacts(octokit);
  const request = { fact: 'commit-of-ref', repository: 'acme/churn', ref: 'main' } as const;
  expect(await facts.answer([request, { ...request, ref: 'nowhere' }])).toEqual([
    { state: 'known', value: main },
    { state: 'unknown' },
  ]);
  const asked = github.requests.length;
  await facts.answer([request]);
  expect(github.requests).toHaveLength(asked);
});

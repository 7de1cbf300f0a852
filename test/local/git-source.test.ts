import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findBase } from '../../src/local/find-base.ts';
import { gitSource } from '../../src/local/git-source.ts';
import { type TemporaryRepository, temporaryRepository } from '../support/temporary-repository.ts';

let repository: TemporaryRepository;

beforeEach(() => {
  repository = temporaryRepository({
    'a.yml': 'a: 1\n',
    'b.yml': 'b: 1\nbb: 2\nbbb: 3\n',
    'c.yml': 'c: 1\n',
    'd.yml': 'd: 1\n',
  });
});

afterEach(() => repository.remove());

async function change() {
  const base = await findBase(repository.folder, 'HEAD');
  if (!base) throw new Error('no base');
  return await gitSource(repository.folder, base, { type: 'working-tree' }).change();
}

async function changed() {
  const { files } = await change();
  return files.map(({ path, previousPath, status, hunks }) => ({
    path,
    previousPath,
    status,
    lines: (hunks ?? []).flatMap(({ lines }) => lines),
  }));
}

test('every file of a change comes with its own hunks', async () => {
  repository.write({ 'a.yml': 'a: 2\n', 'c.yml': null, 'new file.yml': 'n: 1\n' });
  repository.git('mv', 'b.yml', 'bee.yml');
  repository.write({ 'bee.yml': 'b: 1\nbb: 2\nbbb: 4\n' });

  expect(await changed()).toEqual([
    { path: 'a.yml', previousPath: undefined, status: 'modified', lines: ['-a: 1', '+a: 2'] },
    { path: 'bee.yml', previousPath: 'b.yml', status: 'renamed', lines: [' b: 1', ' bb: 2', '-bbb: 3', '+bbb: 4'] },
    { path: 'c.yml', previousPath: undefined, status: 'removed', lines: ['-c: 1'] },
    { path: 'new file.yml', previousPath: undefined, status: 'added', lines: ['+n: 1'] },
  ]);
});

test('a file that became a symbolic link does not shift the hunks of the next, and is not followed', async () => {
  repository.write({ 'a.yml': null, 'd.yml': 'd: 2\n' });
  symlinkSync('/etc/hostname', join(repository.folder, 'a.yml'));

  const files = await changed();
  const base = await findBase(repository.folder, 'HEAD');
  const read = base && (await gitSource(repository.folder, base, { type: 'working-tree' }).read('head', ['a.yml']));

  expect(files.find(({ path }) => path === 'd.yml')?.lines).toEqual(['-d: 1', '+d: 2']);
  expect(read?.get('a.yml')).toEqual({ state: 'omitted', reason: 'a symbolic link' });
});

test('names with quotes, spaces and letters beyond ASCII are read as they are', async () => {
  repository.write({ 'pär "x".yml': 'p: 1\n' });
  repository.commit('odd');

  expect((await changed()).map(({ path, lines }) => [path, lines])).toEqual([['pär "x".yml', ['+p: 1']]]);
});

test('no filter, monitor or transport that the repository names is run', async () => {
  const mark = join(repository.folder, 'pwned');
  const touch = `touch ${mark}`;
  repository.git('config', 'filter.x.clean', `${touch}; cat`);
  repository.git('config', 'filter.x.process', touch);
  repository.git('config', 'core.fsmonitor', touch);
  repository.git('config', 'core.sshCommand', touch);
  writeFileSync(join(repository.folder, '.git', 'info', 'attributes'), '*.yml filter=x\n');
  repository.write({ 'a.yml': 'a: 2\n', 'new.yml': 'n: 1\n' });
  rmSync(mark, { force: true });

  expect((await changed()).map(({ path }) => path)).toEqual(['a.yml', 'new.yml']);
  expect(existsSync(mark)).toBe(false);
});

test('a file that git was told not to look at is looked at', async () => {
  repository.git('update-index', '--assume-unchanged', 'a.yml');
  repository.git('update-index', '--skip-worktree', 'd.yml');
  repository.write({ 'a.yml': 'a: 2\n', 'd.yml': 'd: 2\n' });

  expect((await changed()).map(({ path }) => path)).toEqual(['a.yml', 'd.yml']);
});

test('line ends that a checkout converted are no change', async () => {
  repository.write({ 'a.yml': 'a: 1\r\n' });

  expect(await changed()).toEqual([]);
});

test('what was deleted and not staged is not there', async () => {
  const base = await findBase(repository.folder, 'HEAD');
  repository.write({ 'c.yml': null, 'e.yml': 'e: 1\n' });

  const tree = base && (await gitSource(repository.folder, base, { type: 'working-tree' }).tree('head'));

  expect([...(tree ?? [])].sort()).toEqual(['a.yml', 'b.yml', 'd.yml', 'e.yml']);
});

test('a huge file is not read', async () => {
  repository.write({ 'big.yml': 'x'.repeat(2_000_000) });

  expect(await changed()).toEqual([{ path: 'big.yml', previousPath: undefined, status: 'added', lines: [] }]);
});

test.each([
  ['https://github.com/acme/shop.git', 'acme/shop'],
  ['git@github.com:acme/shop.git', 'acme/shop'],
  ['ssh://git@github.com/acme/shop', 'acme/shop'],
])('a clone of %s knows whose repository it is', async (url, name) => {
  repository.git('remote', 'add', 'origin', url);
  expect((await change()).repository).toBe(name);
});

test.each([['/srv/git/shop'], ['file:///srv/git/shop.git'], ['../shop']])('a clone of %s has no owner', async (url) => {
  repository.git('remote', 'add', 'origin', url);
  expect((await change()).repository).toBe(basename(repository.folder));
});

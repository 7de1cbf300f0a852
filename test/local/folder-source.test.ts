import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { findScanTarget, folderSource } from '../../src/local/folder-source.ts';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'folder-source-'));
  await mkdir(join(root, 'dist'));
  await writeFile(join(root, 'action.yml'), 'name: Tag\n');
  await writeFile(join(root, 'dist', 'index.js'), '');
});

afterAll(() => rm(root, { recursive: true }));

test('of a whole folder it is known which files there are', async () => {
  const source = folderSource(await findScanTarget([root], root));

  expect(await source.tree('head')).toEqual(new Set(['action.yml', 'dist/index.js']));
});

test('beside files that were named one by one there may be others', async () => {
  for (const named of [['action.yml'], ['action.yml', 'dist']]) {
    const source = folderSource(await findScanTarget(named, root));

    expect(await source.tree('head')).toBe('unknown');
  }
});

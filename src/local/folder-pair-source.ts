import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { diffTexts } from '../change/diff-texts.ts';
import { kindOfPath } from '../change/kind-of-path.ts';
import type { Change, ChangedFile, FileContent, Source } from '../types.ts';
import { readWorkingTree } from './read-working-tree.ts';

/** A change as two folders, before and after: needs no git. The example is reviewed from one. */
export function folderPairSource(base: string, head: string, title: string): Source {
  const roots = { base, head };
  return {
    change: () => readChange(base, head, title),
    tree: async (side) => new Set(await listFiles(roots[side])),
    read: (side, paths) => readWorkingTree(roots[side], paths),
    readPolicy: (paths) => readWorkingTree(base, paths),
  };
}

async function readChange(base: string, head: string, title: string): Promise<Change> {
  const paths = [...new Set([...(await listFiles(base)), ...(await listFiles(head))])].sort();
  const [before, after] = await Promise.all([readWorkingTree(base, paths), readWorkingTree(head, paths)]);
  const files = paths.flatMap((path) => toChangedFile(path, before.get(path), after.get(path)) ?? []);
  return {
    repository: title,
    mergeBaseSha: 'base',
    policySha: 'base',
    title,
    body: '',
    author: '',
    fromFork: false,
    draft: false,
    files,
    truncated: false,
  };
}

function toChangedFile(
  path: string,
  before: FileContent | undefined,
  after: FileContent | undefined,
): ChangedFile | undefined {
  const [old, now] = [textOf(before), textOf(after)];
  if (old === now) return undefined;
  const status = old === undefined ? 'added' : now === undefined ? 'removed' : 'modified';
  const hunks = diffTexts(old ?? '', now ?? '');
  return { path, kind: kindOfPath(path), status, ...(hunks ? { hunks } : {}) };
}

function textOf(content: FileContent | undefined): string | undefined {
  return content?.state === 'text' ? content.text : undefined;
}

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

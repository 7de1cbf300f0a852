import type { Change, ChangedFile, FileContent, Source } from '../types.ts';
import type { LocalBase } from './find-base.ts';
import { git, tryGit } from './git.ts';
import { parseGitDiff } from './parse-git-diff.ts';
import { readObjects } from './read-objects.ts';
import { readWorkingTree } from './read-working-tree.ts';
import { repositoryName } from './repository-name.ts';
import { workingTreeChanges } from './working-tree-changes.ts';

/** What the head is: files on disk, what is staged, or a commit. */
export type LocalHead =
  | { readonly type: 'working-tree' }
  | { readonly type: 'index' }
  | { readonly type: 'commit'; readonly sha: string };

const DIFF = [
  '--raw',
  '--patch',
  '-z',
  '--find-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--abbrev=40',
  '-U3',
];

/** A change in a git repository on disk. */
export function gitSource(directory: string, base: LocalBase, head: LocalHead): Source {
  return {
    change: () => readChange(directory, base, head),
    tree: async (side) =>
      new Set(await listFiles(directory, side === 'base' ? { type: 'commit', sha: base.mergeBase } : head)),
    read: (side, paths) =>
      side === 'base' ? readObjects(directory, base.mergeBase, paths) : readHead(directory, head, paths),
    readPolicy: (paths) => readObjects(directory, base.tip, paths),
  };
}

async function readChange(directory: string, base: LocalBase, head: LocalHead): Promise<Change> {
  const [repository, author] = await Promise.all([
    repositoryName(directory),
    tryGit(directory, ['config', 'user.name']),
  ]);
  return {
    repository,
    mergeBaseSha: base.mergeBase,
    policySha: base.tip,
    ...(head.type === 'commit' ? { headSha: head.sha } : {}),
    title: `${head.type === 'commit' ? head.sha.slice(0, 12) : 'working tree'} against ${base.name}`,
    body: '',
    author: author ?? '',
    fromFork: false,
    draft: false,
    files: await changedFiles(directory, base, head),
    truncated: false,
  };
}

async function changedFiles(directory: string, base: LocalBase, head: LocalHead): Promise<readonly ChangedFile[]> {
  if (head.type === 'working-tree') return await workingTreeChanges(directory, base.mergeBase);
  const target = head.type === 'commit' ? [base.mergeBase, head.sha] : ['--cached', base.mergeBase];
  return parseGitDiff(await git(directory, ['diff', ...DIFF, ...target, '--']));
}

async function listFiles(directory: string, head: LocalHead): Promise<string[]> {
  if (head.type === 'commit')
    return split(await git(directory, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', head.sha]));
  if (head.type === 'index') return split(await git(directory, ['ls-files', '-z']));
  const [listed, deleted] = await Promise.all([
    git(directory, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']),
    git(directory, ['ls-files', '-z', '--deleted']),
  ]);
  // The index still has what was deleted and not staged.
  const gone = new Set(split(deleted));
  return split(listed).filter((path) => !gone.has(path));
}

function readHead(directory: string, head: LocalHead, paths: readonly string[]): Promise<Map<string, FileContent>> {
  if (head.type === 'working-tree') return readWorkingTree(directory, paths);
  return readObjects(directory, head.type === 'commit' ? head.sha : '', paths);
}

function split(output: string): string[] {
  return output.split('\0').filter(Boolean);
}

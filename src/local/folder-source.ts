import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { kindOfPath } from '../change/kind-of-path.ts';
import type { Kind, Source } from '../types.ts';
import { tryGit } from './git.ts';
import { readWorkingTree } from './read-working-tree.ts';
import { repositoryName } from './repository-name.ts';

/** Folders with what others made, or with copies of data. */
const SKIPPED = /(^|\/)(\.git|node_modules|\.terraform|\.?venv|__pycache__|\.dvc\/(cache|tmp))$/;

/** What is scanned: a root that paths are told from, and the files below it. */
export interface ScanTarget {
  readonly root: string;
  readonly paths: readonly string[];
  /** Whether these are all files below the root; of files that were named one by one, others may lie beside them. */
  readonly whole: boolean;
}

/** Finds the files that arguments of `scan` name; a single folder is its own root. */
export async function findScanTarget(args: readonly string[], cwd: string): Promise<ScanTarget> {
  const named = args.length === 0 ? [cwd] : args.map((arg) => resolve(cwd, arg));
  const [first = cwd] = named;
  if (named.length === 1 && (await stat(first)).isDirectory())
    return { root: first, paths: await listFolder(first), whole: true };
  const lists = await Promise.all(
    named.map(async (path) => ((await stat(path)).isDirectory() ? absolute(path, await listFolder(path)) : [path])),
  );
  return { root: cwd, paths: lists.flat().map((path) => relative(cwd, path).split(sep).join('/')), whole: false };
}

function absolute(root: string, paths: readonly string[]): string[] {
  return paths.map((path) => join(root, path));
}

/** In a git work tree what git does not ignore, elsewhere everything. */
async function listFolder(root: string): Promise<string[]> {
  const tracked = await tryGit(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (tracked) return tracked.split('\0').filter(Boolean);
  const entries = await walk(root);
  return entries.map((path) => relative(root, path).split(sep).join('/')).sort();
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<string[]> => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.test(path.split(sep).join('/')) ? [] : walk(path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return found.flat();
}

/** A scan as a change without a base: every file counts as new. */
export function folderSource({ root, paths, whole }: ScanTarget, fallbackKind?: Kind): Source {
  const files = paths.map((path) => ({
    path,
    kind: kindOf(join(root, path), path, fallbackKind),
    status: 'added' as const,
  }));
  return {
    change: async () => ({
      repository: await repositoryName(root),
      title: `scan of ${basename(root)}`,
      body: '',
      author: '',
      fromFork: false,
      draft: false,
      files: files.filter(({ kind }) => kind !== 'other'),
      truncated: false,
    }),
    tree: async (side) => (side === 'base' ? new Set() : whole ? new Set(paths) : 'unknown'),
    read: async (side, wanted) => (side === 'head' ? readWorkingTree(root, wanted) : new Map()),
    readPolicy: (wanted) => readWorkingTree(root, wanted),
  };
}

/** A scan may start inside `.github`: the folders above the root count. */
function kindOf(file: string, path: string, fallback: Kind | undefined): Kind {
  const from = file.lastIndexOf(`${sep}.github${sep}`);
  const kind = kindOfPath(
    from < 0
      ? path
      : file
          .slice(from + 1)
          .split(sep)
          .join('/'),
  );
  return kind === 'other' && fallback ? fallback : kind;
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DiffRow, diffRows } from './diff-rows.ts';
import { type Files, importStream } from './import-stream.ts';

export interface TreeRow {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number | undefined;
  readonly path: string;
}

/** A real, bare git repository that a test writes commits to. */
export interface GitRepository {
  /** A commit on top of a branch, or of `from`, with the branch moved to it. Answers its SHA. */
  commit(branch: string, files: Files, options?: { readonly from?: string; readonly message?: string }): string;
  resolve(revision: string): string | undefined;
  /** Branches whose `heads/NAME` begins like this, with their commits. */
  branches(prefix: string): readonly { readonly name: string; readonly sha: string }[];
  /** The commits that a branch adds, oldest first. */
  commitsBetween(base: string, head: string): readonly string[];
  mergeBase(a: string, b: string): string;
  commitOf(sha: string): { readonly message: string; readonly parents: readonly string[] };
  diff(base: string, head: string): readonly DiffRow[];
  tree(commit: string): readonly TreeRow[];
  blob(sha: string): Buffer;
  remove(): void;
}

export type RunGit = (args: readonly string[], input?: Buffer) => Buffer;

export function gitRepository(): GitRepository {
  const directory = mkdtempSync(join(tmpdir(), 'fake-github-'));
  const run = gitIn(directory);
  const git = (...args: string[]): string => run(args).toString('utf8').trimEnd();
  git('init', '--quiet', '--bare', '--initial-branch=main');
  const diffs = new Map<string, readonly DiffRow[]>();
  const trees = new Map<string, readonly TreeRow[]>();
  const blobs = new Map<string, Buffer>();
  const bases = new Map<string, string>();
  const branches = new Map<string, string>();
  const known = new Set<string>();
  let commits = 0;

  // What git would say again is remembered: under load, starting git is what takes the time.
  const resolve = (revision: string): string | undefined => {
    const branch = branches.get(revision.replace(/^refs\/heads\//, ''));
    if (branch !== undefined || known.has(revision)) return branch ?? revision;
    try {
      return git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
    } catch {
      return undefined;
    }
  };

  return {
    commit(branch, files, { from, message = 'Change' } = {}) {
      const parent = resolve(from ?? `refs/heads/${branch}`);
      commits += 1;
      run(['fast-import', '--quiet', '--force'], importStream({ branch, parent, message, files, number: commits }));
      const sha = git('rev-parse', `refs/heads/${branch}`);
      branches.set(branch, sha);
      known.add(sha);
      return sha;
    },
    resolve,
    branches: (prefix) =>
      [...branches].flatMap(([name, sha]) => (`heads/${name}`.startsWith(prefix) ? { name, sha } : [])),
    commitsBetween: (base, head) =>
      git('rev-list', '--reverse', `${base}..${head}`)
        .split('\n')
        .filter((sha) => sha !== ''),
    mergeBase(a, b) {
      const key = `${resolve(a)} ${resolve(b)}`;
      return remembered(bases, key, () => git('merge-base', a, b));
    },
    commitOf(sha) {
      const [parents = '', ...message] = git('show', '--no-patch', '--format=%P%n%B', sha).split('\n');
      return { message: message.join('\n').trim(), parents: parents.split(' ').filter((parent) => parent !== '') };
    },
    diff: (base, head) => remembered(diffs, `${base} ${head}`, () => diffRows(run, base, head)),
    tree: (commit) => remembered(trees, commit, () => treeRows(git('ls-tree', '-r', '-l', '-t', '-z', commit))),
    blob(sha) {
      // All at once, where that is one commit's thousands of files and not those of thousands of commits.
      if (!blobs.has(sha) && commits < 20) for (const [name, content] of allBlobs(run)) blobs.set(name, content);
      return blobs.get(sha) ?? run(['cat-file', 'blob', sha]);
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function gitIn(directory: string): RunGit {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return (args, input) =>
    execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: directory,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1e9,
      ...(input === undefined ? {} : { input }),
    });
}

function* allBlobs(git: RunGit): Generator<readonly [sha: string, content: Buffer]> {
  const listing = git(['cat-file', '--batch-all-objects', '--batch']);
  for (let at = 0; at < listing.length; ) {
    const end = listing.indexOf(10, at);
    const [sha = '', type = '', size = ''] = listing.toString('latin1', at, end).split(' ');
    at = end + 1 + Number(size) + 1;
    if (type === 'blob') yield [sha, listing.subarray(end + 1, at - 1)];
  }
}

function treeRows(listing: string): readonly TreeRow[] {
  return listing
    .split('\0')
    .filter((row) => row !== '')
    .map((row) => {
      const [, mode = '', type = '', sha = '', size = '', path = ''] =
        /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(row) ?? [];
      return { mode, type, sha, size: size === '-' ? undefined : Number(size), path };
    });
}

function remembered<Value>(memory: Map<string, Value>, key: string, make: () => Value): Value {
  const value = memory.get(key) ?? make();
  memory.set(key, value);
  return value;
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real git repository in a temporary folder. */
export interface TemporaryRepository {
  readonly folder: string;
  write(files: Readonly<Record<string, string | null>>): void;
  git(...args: readonly string[]): string;
  commit(message: string): void;
  remove(): void;
}

/** A repository whose main branch holds these files, checked out on a branch of its own. */
export function temporaryRepository(files: Readonly<Record<string, string>>): TemporaryRepository {
  const folder = mkdtempSync(join(tmpdir(), 'pipewright-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const write = (texts: Readonly<Record<string, string | null>>) => {
    for (const [path, text] of Object.entries(texts)) {
      const file = join(folder, path);
      if (text === null) rmSync(file);
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  };
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-q', '-m', message);
  };
  git('init', '-q', '-b', 'main');
  write(files);
  commit('begin');
  git('checkout', '-q', '-b', 'change');
  return { folder, write, git, commit, remove: () => rmSync(folder, { recursive: true }) };
}

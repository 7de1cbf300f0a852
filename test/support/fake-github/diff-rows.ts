import type { RunGit } from './git-repository.ts';

export interface DiffRow {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** Undefined for binary files and pure renames, as on GitHub. */
  readonly patch: string | undefined;
}

const STATUS = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', T: 'modified' } as const;

/** The files that differ between two commits, with their patches. */
export function diffRows(git: RunGit, base: string, head: string): readonly DiffRow[] {
  const fields = git(['diff', '--raw', '-z', '-M', '--no-abbrev', base, head]).toString('utf8').split('\0');
  // Both listings have the files in the same order.
  const patches = git(['diff', '-M', base, head])
    .toString('utf8')
    .split(/^(?=diff --git )/m);
  const rows: DiffRow[] = [];
  while (fields.length > 1) {
    const [, , before = '', after = '', letters = ''] = (fields.shift() ?? '').split(' ');
    const letter = letters.charAt(0) as keyof typeof STATUS;
    const previousPath = letter === 'R' ? fields.shift() : undefined;
    const path = fields.shift() ?? '';
    const sha = letter === 'D' ? before : after;
    rows.push({ status: STATUS[letter], path, previousPath, sha, ...patchOf(patches[rows.length] ?? '') });
  }
  return rows;
}

function patchOf(text: string): Pick<DiffRow, 'patch' | 'additions' | 'deletions'> {
  const start = text.indexOf('\n@@ ');
  const patch = start < 0 ? undefined : text.slice(start + 1).replace(/\n$/, '');
  const lines = patch?.split('\n') ?? [];
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return { patch, additions: count('+'), deletions: count('-') };
}

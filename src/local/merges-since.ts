import { git } from './git.ts';

/** What came onto a branch in one step: a merge, a squashed pull request, or a commit that was pushed. */
export interface Merge {
  readonly sha: string;
  /** The branch before it. */
  readonly parent: string;
  /** ISO time. */
  readonly when: string;
  readonly title: string;
}

/** The first-parent history of a commit since a time, the newest first; without what has no parent here. */
export async function mergesSince(directory: string, tip: string, since: Date): Promise<readonly Merge[]> {
  const log = await git(directory, [
    'log',
    '-z',
    '--first-parent',
    `--since=${since.toISOString()}`,
    '--format=%H%x1f%P%x1f%cI%x1f%s',
    '--end-of-options',
    tip,
    '--',
  ]);
  return log.split('\0').flatMap((line) => {
    const [sha = '', parents = '', when = '', ...title] = line.split('\x1f');
    const [parent = ''] = parents.trim().split(' ');
    // What git makes of a date that it does not understand is anybody's guess.
    return sha === '' || parent === '' || Date.parse(when) < since.getTime()
      ? []
      : [{ sha: sha.trim(), parent, when, title: title.join(' ') }];
  });
}

import { tryGit } from './git.ts';

/** The commits a local review compares with. */
export interface LocalBase {
  /** What was compared with, as a person knows it: `origin/main`. */
  readonly name: string;
  readonly mergeBase: string;
  readonly tip: string;
}

const USUAL_NAMES = ['origin/main', 'origin/master', 'main', 'master'];

/** The merge base with the named ref, or with the upstream's default branch; undefined when there is none. */
export async function findBase(directory: string, head: string, wanted?: string): Promise<LocalBase | undefined> {
  const upstream = await tryGit(directory, ['symbolic-ref', '--short', 'refs/remotes/origin/HEAD']);
  for (const name of wanted ? [wanted] : [upstream, ...USUAL_NAMES]) {
    if (!name) continue;
    const tip = await tryGit(directory, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    if (!tip) continue;
    const mergeBase = await tryGit(directory, ['merge-base', tip, head]);
    if (mergeBase) return { name, mergeBase, tip };
  }
  return undefined;
}

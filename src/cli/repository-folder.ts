import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { tryGit } from '../local/git.ts';
import { UsageError } from './usage-error.ts';

/**
 * The top of the repository that a folder lies in, with links resolved, so that paths below it can be compared; the
 * folder itself where no repository is. A UsageError where there is no such folder.
 */
export async function repositoryFolder(named: string | undefined, cwd: string): Promise<string> {
  const directory = resolve(cwd, named ?? '.');
  if (!existsSync(directory))
    throw new UsageError(`The folder ${directory} does not exist. Name a repository with --repo.`);
  return realpathSync((await tryGit(directory, ['rev-parse', '--show-toplevel'])) ?? directory);
}

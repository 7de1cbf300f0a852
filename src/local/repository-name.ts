import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tryGit } from './git.ts';

/** `https://host/owner/name.git`, `git@host:owner/name`; a path on a disk has no owner. */
const REMOTE = /^(?:\w+:\/\/[^/\s]+\/|[^/\s]+@[^/\s:]+:)([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/;

/**
 * How the repository of a folder is called: `owner/name` where it was cloned from somewhere, else the folder's name.
 * Rules tell the actions of one's own organisation from those of strangers by it.
 */
export async function repositoryName(directory: string): Promise<string> {
  const url = existsSync(join(directory, '.git'))
    ? await tryGit(directory, ['config', '--get', 'remote.origin.url'])
    : undefined;
  const [, owner, name] = REMOTE.exec(url ?? '') ?? [];
  return owner !== undefined && name !== undefined ? `${owner}/${name}` : basename(directory);
}

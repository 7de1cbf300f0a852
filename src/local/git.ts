import { spawn } from 'node:child_process';

/** A git command that failed, with what git said. */
export class GitError extends Error {}

/** Settings of a repository may name programs (diff drivers, monitors, hooks): a reviewer starts none of them. */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false'];

/** Runs git in a folder and gives its output as bytes. Throws GitError with git's own words. */
export function gitBytes(directory: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...HARMLESS, ...args], {
      cwd: directory,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: quietEnvironment(),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (cause) =>
      reject(new GitError('git could not be started; is it installed and on the PATH?', { cause })),
    );
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new GitError(`git ${args[0]} failed: ${Buffer.concat(err).toString('utf8').trim()}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

export async function git(directory: string, args: readonly string[], input = ''): Promise<string> {
  return (await gitBytes(directory, args, input)).toString('utf8');
}

/** The output, or undefined where git says no: for questions whose answer may be "there is none". */
export async function tryGit(directory: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await git(directory, args)).trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

function quietEnvironment(): NodeJS.ProcessEnv {
  const {
    GIT_DIR: _dir,
    GIT_WORK_TREE: _tree,
    GIT_INDEX_FILE: _index,
    GIT_EXTERNAL_DIFF: _diff,
    ...rest
  } = process.env;
  return {
    ...rest,
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // A partial clone fetches what is missing by a command that the repository names.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    // Replaced objects show another content than the commit has.
    GIT_NO_REPLACE_OBJECTS: '1',
    LC_ALL: 'C',
  };
}

import { spawn } from 'node:child_process';
import type { ShellRemark } from '../types.ts';

const TIMEOUT_MS = 15_000;
const MAX_OUTPUT = 4_000_000;

/** Runs ShellCheck once over files of a folder; undefined where it is not installed, too slow, or says nothing readable. */
export async function runShellcheck(
  folder: string,
  files: readonly string[],
): Promise<readonly (ShellRemark & { readonly file: string })[] | undefined> {
  const output = await outputOf(folder, ['--norc', '--format=json1', '--severity=warning', ...files]);
  try {
    const { comments } = JSON.parse(output ?? '') as { comments: (ShellRemark & { readonly file: string })[] };
    return comments.map(({ file, code, level, line, column, endLine, endColumn, message }) => {
      return { file, code, level, line, column, endLine, endColumn, message: String(message) };
    });
  } catch {
    return undefined;
  }
}

function outputOf(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('shellcheck', args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
      // No SHELLCHECK_OPTS, and none of the secrets that the environment may hold.
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    });
    // Not spawn's own timeout, which keeps the process alive where the program is not there.
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
    const end = (output: string | undefined) => {
      clearTimeout(timer);
      resolve(output);
    };
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_OUTPUT) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.on('error', () => end(undefined));
    // 1 where something was found.
    child.on('close', (code) => end(code === 0 || code === 1 ? Buffer.concat(chunks).toString('utf8') : undefined));
  });
}

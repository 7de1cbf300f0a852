import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A PostgreSQL of its own, in a temporary folder. */
export interface Postgres {
  /** Address of a new, empty database. */
  newDatabase(): string;
  /** Ends the server at once, as a crash does; its data stays. */
  crash(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

const BIN = binaries();

/** Whether a PostgreSQL can be had here; says so where not. */
export function hasPostgres(): boolean {
  if (BIN === undefined) process.stderr.write('PostgreSQL was not found: the tests of its queue are left out.\n');
  return BIN !== undefined;
}

/** Makes a cluster and starts its server. PostgreSQL refuses to run as root, so then it runs as somebody else. */
export async function startPostgres(): Promise<Postgres> {
  if (BIN === undefined) throw new Error('PostgreSQL was not found.');
  const folder = mkdtempSync(join(tmpdir(), 'pipewright-postgres-'));
  const who = somebody();
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const env = { PATH: process.env.PATH, LC_ALL: 'C' };
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(join(BIN, program), args, { ...who, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  run('initdb', '--pgdata', data, '--username', 'pipewright', '--auth', 'trust', '--no-sync');
  const port = await freePort();
  const place = ['--host', '127.0.0.1', '--port', String(port), '--username', 'pipewright'];
  let server: ChildProcess | undefined;
  let databases = 0;

  async function start(): Promise<void> {
    const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=${folder}`];
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
    server = spawn(join(BIN ?? '', 'postgres'), args, { ...who, env, cwd: folder, stdio: 'ignore' });
    for (let time = 0; !answers(); time += 1) {
      if (time > 100) throw new Error('PostgreSQL did not start.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  function answers(): boolean {
    try {
      run('pg_isready', ...place);
      return true;
    } catch {
      return false;
    }
  }

  async function crash(): Promise<void> {
    const child = server;
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // To PostgreSQL, SIGQUIT means: as if the power failed. SIGKILL would leave its children and their memory behind.
    child.kill('SIGQUIT');
    await gone;
  }

  await start();
  return {
    newDatabase() {
      databases += 1;
      run('createdb', ...place, `test${databases}`);
      return `postgres://pipewright:s3cret-password@127.0.0.1:${port}/test${databases}`;
    },
    crash,
    start,
    async remove() {
      await crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Debian keeps the programs of each version apart and out of the path. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), '/usr/local/bin', '/usr/bin'];
  return folders.find((folder) => ['initdb', 'postgres', 'createdb'].every((name) => existsSync(join(folder, name))));
}

function somebody(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [, uid, gid] =
      new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
}

import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const APP = fileURLToPath(new URL('../../build/app.js', import.meta.url));
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export interface RunningApp {
  readonly url: string;
  readonly pid: number;
  readonly hook: { readonly url: string; readonly secret: string };
  /** Whether no job waits or runs. */
  idle(): Promise<boolean>;
  /** Everything it wrote so far. */
  log(): string;
  /** Ends it, and waits until it has ended. Answers the exit code, null when it was killed. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built App as a process of its own against a GitHub, and waits until it is ready. */
export async function startApp(githubUrl: string, more: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
  const port = Number(more.PORT ?? (await freePort()));
  const { process: child, log } = spawnApp({
    APP_ID: '4711',
    PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    WEBHOOK_SECRET: 'hook-secret',
    GITHUB_API_URL: githubUrl,
    GITHUB_THROTTLE: 'off',
    HOST: '127.0.0.1',
    PORT: String(port),
    ...more,
  });
  const url = `http://127.0.0.1:${port}`;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = async () => {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (child.exitCode !== null) throw new Error(`The App ended at once:\n${log()}`);
    return answer?.status === 200;
  };
  await until(ready, () => `The App is not ready:\n${log()}`);
  return {
    url,
    pid: child.pid ?? 0,
    hook: { url: `${url}/api/github/webhooks`, secret: 'hook-secret' },
    log,
    idle: async () => /jobs_queued 0\n.*jobs_running 0\n/s.test(await (await fetch(`${url}/metrics`)).text()),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return await ended;
    },
  };
}

/** Starts the built App with nothing but this environment. */
export function spawnApp(env: Readonly<Record<string, string>>): { readonly process: ChildProcess; log(): string } {
  const child = spawn(process.execPath, [APP], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (written += chunk.toString('utf8')));
  return { process: child, log: () => written };
}

/** Waits until something is true; fails with the message after so many seconds. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  message: () => string,
  seconds = 45,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(message());
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 20_000;
const PRIVATE_KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});

/** Starts the App without network, and ends it once it answers. Gives the milliseconds until then. */
export async function startApp() {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, ['build/app.js'], {
    env: {
      APP_ID: '1',
      PRIVATE_KEY,
      WEBHOOK_SECRET: 'bench',
      HOST: '127.0.0.1',
      PORT: String(port),
      PIPEWRIGHT_RECONCILE: 'off',
      LOG_LEVEL: 'fatal',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null || performance.now() - started > PATIENCE_MS)
        throw new Error('The App did not start.');
      await wait(5);
    }
    return performance.now() - started;
  } finally {
    child.kill('SIGKILL');
    await gone;
  }
}

async function answers(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
  return answer?.status === 200;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

import type { Server } from 'node:http';
import { createNodeMiddleware, createProbot, ProbotOctokit } from 'probot';
import { handleEvents } from './handle-events.ts';
import { keepReceipts } from './keep-receipts.ts';
import { openQueue } from './open-queue.ts';
import { startReconciler } from './reconcile.ts';
import { appServer } from './server.ts';
import { createService } from './service.ts';
import { type AppSettings, readSettings } from './settings.ts';
import { doWork } from './work.ts';
import { runInWorker } from './worker/run-in-worker.ts';

/** Milliseconds that running reviews get to finish when the process is told to stop. */
const GRACE = 25_000;

/** Starts the App's server with settings from the environment, until SIGTERM or SIGINT. */
export async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const result = readSettings(env);
  if (!result.ok) {
    process.stderr.write(`Pipewright cannot start:\n${result.problems.map((problem) => `- ${problem}\n`).join('')}`);
    process.exitCode = 2;
    return;
  }
  const { settings } = result;
  const probot = await probotFor(settings, env).ready();
  const queue = await openQueue(settings, probot.log);
  const onUnkept = (error: unknown) => probot.log.error({ err: error }, 'a receipt could not be written');
  const inWorker = runInWorker(settings.reviewMs);
  const run = settings.receipts ? keepReceipts(inWorker, settings.receipts, onUnkept) : inWorker;
  const service = createService(probot, queue, settings.webhookSecret, run);
  await queue.start((work, signal) => doWork(service, work, signal));
  const middleware = await createNodeMiddleware((app) => handleEvents(app, service), {
    probot,
    webhooksPath: settings.webhookPath,
  });
  let open = true;
  const onError = (error: unknown) => probot.log.error({ err: error }, 'request failed');
  const server = appServer({ middleware, ready: () => open && queue.ready(), counts: () => queue.counts(), onError });
  await listen(server, settings);
  probot.log.info({ port: settings.port }, 'listening');
  const reconciler = settings.reconcile ? startReconciler(service) : undefined;

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      open = false;
      reconciler?.stop();
      server.close();
      // What is cut off here is found again by the next process's reconciler.
      queue.close(GRACE).then((whole) => process.exit(whole ? 0 : 1));
      // A database that hangs must not keep the process.
      setTimeout(() => process.exit(1), GRACE + 4000).unref();
    });
  }
}

/** Probot with everything given explicitly: what it would take from the environment itself has unsafe defaults. */
function probotFor(settings: AppSettings, env: NodeJS.ProcessEnv) {
  // A function, because Probot sets its own throttling options on top of plain defaults.
  const Octokit = settings.throttle
    ? ProbotOctokit
    : ProbotOctokit.defaults((options: object) => ({ ...options, throttle: { enabled: false } }));
  return createProbot({
    defaults: { logLevel: 'info' },
    env: {
      LOG_LEVEL: env.LOG_LEVEL ?? 'info',
      ...(env.LOG_FORMAT === undefined ? {} : { LOG_FORMAT: env.LOG_FORMAT }),
    },
    overrides: {
      appId: settings.appId,
      privateKey: settings.privateKey,
      secret: settings.webhookSecret,
      baseUrl: settings.apiUrl,
      webhookPath: settings.webhookPath,
      redisConfig: '',
      Octokit,
    },
  });
}

function listen(server: Server, settings: AppSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
}

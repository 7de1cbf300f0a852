import type { Server } from 'node:http';
import { createNodeMiddleware, createProbot } from 'probot';
import { memoryQueue } from '../queue/memory-queue.ts';
import { appOctokit } from './app-octokit.ts';
import { handleEvents } from './handle-events.ts';
import { startReconciler } from './reconcile.ts';
import { appServer } from './server.ts';
import { createService } from './service.ts';
import { type AppSettings, readSettings } from './settings.ts';
import { doWork, type Work } from './work.ts';
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
  const queue = memoryQueue<Work>({
    concurrency: settings.concurrency,
    capacity: settings.queueCapacity,
    onError: (key, error) => probot.log.error({ key, err: error }, 'job failed'),
  });
  const service = createService(probot, queue, settings.webhookSecret, runInWorker(settings.reviewMs));
  await queue.start((work, signal) => doWork(service, work, signal));
  const middleware = await createNodeMiddleware((app) => handleEvents(app, service), {
    probot,
    webhooksPath: settings.webhookPath,
  });
  let open = true;
  const onError = (error: unknown) => probot.log.error({ err: error }, 'request failed');
  const server = appServer({ middleware, ready: () => open, counts: () => queue.counts(), onError });
  await listen(server, settings);
  probot.log.info({ port: settings.port }, 'listening');
  const reconciler = settings.reconcile ? startReconciler(service) : undefined;

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      open = false;
      reconciler?.stop();
      server.close();
      // What is cut off here is found again by the next process's reconciler.
      setTimeout(() => process.exit(1), GRACE).unref();
      queue.close().then(() => process.exit(0));
    });
  }
}

/** Probot with everything given explicitly: what it would take from the environment itself has unsafe defaults. */
function probotFor(settings: AppSettings, env: NodeJS.ProcessEnv) {
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
      Octokit: appOctokit(settings),
    },
  });
}

function listen(server: Server, settings: AppSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
}

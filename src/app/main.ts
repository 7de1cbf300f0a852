import type { Server } from 'node:http';
import { createNodeMiddleware, createProbot, type Probot } from 'probot';
import { useProxies } from '../local/use-proxies.ts';
import { appOctokit } from './app-octokit.ts';
import { handleEvents } from './handle-events.ts';
import { keepReceipts } from './keep-receipts.ts';
import { libraryLog } from './logging/library-log.ts';
import { logProcess } from './logging/log-process.ts';
import { measuredRun } from './metrics/measured-run.ts';
import { meteredFetch } from './metrics/metered-fetch.ts';
import { openQueue } from './open-queue.ts';
import { startReconciler } from './reconcile.ts';
import { appServer } from './server.ts';
import { createService } from './service.ts';
import { type AppSettings, readSettings } from './settings.ts';
import { startSetup, wantsSetup } from './setup/start-setup.ts';
import { createTelemetry, type Telemetry } from './telemetry.ts';
import { doWork } from './work.ts';
import { runInWorker } from './worker/run-in-worker.ts';

/** Milliseconds that running reviews get to finish when the process is told to stop. */
const GRACE = 25_000;

/** Starts the App's server with settings from the environment, until SIGTERM or SIGINT. */
export async function main(env: NodeJS.ProcessEnv): Promise<void> {
  await useProxies(env);
  if (wantsSetup(env)) return complain(await startSetup(env));
  const result = readSettings(env);
  if (!result.ok) return complain(result.problems);
  const { settings } = result;
  const telemetry = createTelemetry(settings.logLevel, settings.logFormat);
  const { log, meters } = telemetry;
  logProcess(log);
  const probot = await probotFor(settings, telemetry).ready();
  const queue = await openQueue(settings, log);
  const measured = measuredRun(runInWorker(settings.reviewMs), meters);
  const onUnkept = (error: unknown) => log.error({ err: error }, 'a receipt could not be written');
  const run = settings.receipts ? keepReceipts(measured, settings.receipts, onUnkept) : measured;
  const service = createService(probot, queue, settings.webhookSecret, run, telemetry);
  await queue.start((work, signal) => doWork(service, work, signal));
  const middleware = await createNodeMiddleware((app) => handleEvents(app, service), {
    probot,
    webhooksPath: settings.webhookPath,
  });
  let open = true;
  const server = appServer({
    middleware,
    ready: () => open && queue.ready(),
    metrics: async () => meters.text(await queue.counts()),
    onEvent: meters.event,
    onError: (error) => log.error({ err: error }, 'request failed'),
  });
  await listen(server, settings);
  log.info({ port: settings.port }, 'listening');
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

/** Says what keeps the App from starting, if anything does. */
function complain(problems: readonly string[]): void {
  if (problems.length === 0) return;
  process.stderr.write(`Pipewright cannot start:\n${problems.map((problem) => `- ${problem}\n`).join('')}`);
  process.exitCode = 2;
}

/** Probot with everything given explicitly: what it would take from the environment itself has unsafe defaults. */
function probotFor(settings: AppSettings, telemetry: Telemetry) {
  return createProbot({
    env: {},
    overrides: {
      // Not the whole of pino, but all that Probot and Octokit call.
      log: libraryLog(telemetry.log) as unknown as Probot['log'],
      request: { fetch: meteredFetch(telemetry) },
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

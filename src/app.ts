import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Probot } from 'probot';
import { handleEvents } from './app/handle-events.ts';
import { main } from './app/main.ts';
import { measuredRun } from './app/metrics/measured-run.ts';
import { openQueue } from './app/open-queue.ts';
import { createService } from './app/service.ts';
import { readSettings } from './app/settings.ts';
import { createTelemetry } from './app/telemetry.ts';
import { doWork } from './app/work.ts';
import { runInWorker } from './app/worker/run-in-worker.ts';

/** The App as Probot loads it; `main` is the server that `node build/app.js` starts. */
export default async function pipewright(app: Probot): Promise<void> {
  const result = readSettings(process.env);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  const { webhookSecret, reviewMs, logLevel, logFormat } = result.settings;
  const telemetry = createTelemetry(logLevel, logFormat);
  const queue = await openQueue(result.settings, telemetry.log);
  const run = measuredRun(runInWorker(reviewMs), telemetry.meters);
  const service = createService(app, queue, webhookSecret, run, telemetry);
  void queue.start((work, signal) => doWork(service, work, signal));
  handleEvents(app, service);
}

export { main };

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) await main(process.env);

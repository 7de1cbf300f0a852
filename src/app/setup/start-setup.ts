import { createServer, type ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { readVariables } from '../settings/read-variables.ts';
import { createTelemetry } from '../telemetry.ts';
import { answerSetup, type Setup } from './answer-setup.ts';
import type { Page } from './setup-pages.ts';
import { createTickets } from './tickets.ts';

const VARIABLES = ['GITHUB_API_URL', 'WEBHOOK_PATH', 'HOST', 'PORT', 'LOG_LEVEL', 'LOG_FORMAT'] as const;

/** Whether the server is to register an App instead of being one: asked for, and there is none yet. */
export function wantsSetup(env: NodeJS.ProcessEnv): boolean {
  return (env.APP_ID ?? '') === '' && /^(on|true|1)$/i.test(env.PIPEWRIGHT_SETUP ?? '');
}

/** Serves the page that registers an App, to whoever has the address that stands in the log. Answers problems. */
export async function startSetup(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const result = readVariables(env, VARIABLES);
  if (!result.ok) return result.problems;
  const { GITHUB_API_URL: apiUrl, WEBHOOK_PATH: webhookPath, HOST, PORT, LOG_LEVEL, LOG_FORMAT } = result.values;
  const { log } = createTelemetry(LOG_LEVEL, LOG_FORMAT);
  const setup = { apiUrl, webhookPath, tickets: createTickets(), log };
  await serve(setup, HOST, PORT);
  log.warn(
    { open: `/setup?token=${setup.tickets.token}` },
    'open this address on this server to register the App, within an hour',
  );
  return [];
}

function serve(setup: Setup, host: string, port: number): Promise<void> {
  const server = createServer(async (request, response) => {
    try {
      const path = request.url?.split('?', 1)[0];
      if (path === '/healthz') return void response.end('ok\n');
      if (path === '/readyz') return void response.writeHead(503).end('not registered\n');
      send(response, await answerSetup(setup, request));
    } catch (error) {
      setup.log.error({ err: error }, 'request failed');
      if (!response.headersSent) response.writeHead(500).end('internal error\n');
    }
  });
  server.requestTimeout = 30_000;
  stopOnSignal(setup.log, () => server.close());
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function stopOnSignal(log: Log, close: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({}, 'closing');
      close();
      process.exit(0);
    });
  }
}

/** The address holds the token, the page secrets: neither is kept, sent on or framed. */
function send(response: ServerResponse, { status, html, formTarget }: Page): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; form-action ${formTarget}; frame-ancestors 'none'; base-uri 'none'`,
  });
  response.end(html);
}

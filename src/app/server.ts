import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readBody } from './read-body.ts';

export type Middleware = (request: IncomingMessage, response: ServerResponse, next?: () => void) => unknown;

export interface ServerParts {
  /** Probot's: takes the webhooks, leaves the rest. */
  readonly middleware: Middleware;
  readonly ready: () => boolean;
  /** The page for Prometheus. */
  readonly metrics: () => Promise<string>;
  /** Told of each webhook, once it is answered. */
  readonly onEvent: (event: string, action: string, status: number) => void;
  readonly onError: (error: unknown) => void;
}

/** The App's HTTP server: webhooks, and the pages that machines look at. Not listening yet. */
export function appServer(parts: ServerParts): Server {
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      parts.onError(error);
      if (!response.headersSent) send(response, 500, 'internal error\n');
    });
  });
  // A webhook is small and quick; whoever dribbles is not GitHub.
  server.requestTimeout = 30_000;
  return server;
}

async function answer(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    const page = await pageOf(parts, request.url ?? '/');
    send(response, page.status, page.text);
    return;
  }
  const body = await readBody(request);
  if (body === 'too-large') {
    response.setHeader('connection', 'close');
    send(response, 413, 'The body is larger than 25 MB.\n');
    return;
  }
  // Octokit takes a body that was read already from `rawBody`, beside any object in `body`.
  Object.assign(request, { body: {}, rawBody: body });
  await parts.middleware(request, response, () => send(response, 404, 'not found\n'));
  const { 'x-github-event': event } = request.headers;
  if (typeof event === 'string') parts.onEvent(event, actionOf(body, response.statusCode), response.statusCode);
}

/** What happened; nothing where the signature did not fit, for then anybody may have written it. */
function actionOf(body: Buffer, status: number): string {
  if (status >= 400 && status !== 503) return '';
  try {
    const { action } = JSON.parse(body.toString('utf8')) as { readonly action?: unknown };
    return typeof action === 'string' ? action : '';
  } catch {
    return '';
  }
}

async function pageOf(parts: ServerParts, url: string): Promise<{ readonly status: number; readonly text: string }> {
  const path = url.split('?', 1)[0];
  if (path === '/healthz') return { status: 200, text: 'ok\n' };
  if (path === '/readyz')
    return parts.ready() ? { status: 200, text: 'ready\n' } : { status: 503, text: 'not ready\n' };
  if (path === '/metrics') return { status: 200, text: await parts.metrics() };
  return { status: 404, text: 'not found\n' };
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

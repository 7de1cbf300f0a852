import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './answer.ts';
import { answerRequest, type Exchange, type Fault } from './answer-request.ts';
import { emptyState } from './empty-state.ts';
import { matchRoute } from './match-route.ts';
import type { FakeState } from './state.ts';

/** A GitHub that runs on a real git repository and holds every request against GitHub's own description. */
export interface FakeGitHub {
  readonly url: string;
  readonly state: FakeState;
  /** What was wrong with requests or answers; a test asserts that there is nothing. */
  readonly violations: readonly string[];
  /** `METHOD route` of every request. */
  readonly requests: string[];
  /** The next request of the fault's route goes wrong. */
  fail(fault: Fault): void;
  /** The next request of a route waits until it is let go, before anything is done. */
  hold(route: string): Hold;
  /** Called when somebody asks for a delivery to be sent again. */
  onRedelivery(listener: (id: number) => void): void;
  close(): Promise<void>;
}

export interface Hold {
  /** Whether the request has come. */
  reached(): boolean;
  letGo(): void;
}

export async function startFakeGitHub(): Promise<FakeGitHub> {
  let redeliver: (id: number) => void = () => {};
  const holds: Held[] = [];
  const exchange: Exchange = {
    state: emptyState(),
    faults: [],
    violations: [],
    requests: [],
    redeliver: (id) => redeliver(id),
  };
  const server = createServer((request, response) => {
    handle(exchange, holds, request)
      .catch((error: unknown): Answer => {
        exchange.violations.push(`the fake failed at ${request.method} ${request.url}: ${String(error)}`);
        return { status: 500, body: { message: 'the fake failed' } };
      })
      .then((answer) => send(response, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state: exchange.state,
    violations: exchange.violations,
    requests: exchange.requests,
    fail: (fault) => void exchange.faults.push(fault),
    hold(route) {
      let letGo = () => {};
      const held: Held = { route, reached: false, over: new Promise((resolve) => (letGo = resolve)) };
      holds.push(held);
      return { reached: () => held.reached, letGo };
    },
    onRedelivery(listener) {
      redeliver = listener;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      exchange.state.git.remove();
    },
  };
}

interface Held {
  readonly route: string;
  reached: boolean;
  readonly over: Promise<void>;
}

async function handle(exchange: Exchange, holds: readonly Held[], request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://fake.invalid');
  const method = request.method ?? 'GET';
  // Whoever fetches a new App has nothing yet to authorize himself by but the code.
  if (request.headers.authorization === undefined && !url.pathname.startsWith('/app-manifests/')) {
    exchange.violations.push(`${method} ${url.pathname}: no authorization`);
  }
  const body = await jsonBody(request);
  const route = matchRoute(method, url.pathname)?.route;
  const held = holds.find((hold) => !hold.reached && hold.route === route);
  if (held !== undefined) {
    held.reached = true;
    await held.over;
  }
  return answerRequest(exchange, method, url, body, request.headers.authorization ?? '');
}

async function jsonBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-resource': 'core',
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

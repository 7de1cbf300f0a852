import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Anthropic from '@anthropic-ai/sdk';

/** What the endpoint does with the next question. The last reply of a list is given again and again. */
export type FakeReply =
  | { readonly answers: readonly unknown[]; readonly cacheRead?: number }
  | { readonly text: string; readonly stop?: Anthropic.StopReason }
  | { readonly status: number; readonly type: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly hang: true };

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly raw: string;
  readonly body: Record<string, unknown>;
}

export interface FakeClaude {
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly requests: readonly FakeRequest[];
  /** The questions alone, without model look-ups. */
  questions(): readonly FakeRequest[];
  close(): Promise<void>;
}

/** A server that speaks as much of the Messages API as Pipewright uses. */
export async function fakeClaude(
  replies: readonly FakeReply[],
  models: readonly string[] = ['claude-sonnet-5-5'],
): Promise<FakeClaude> {
  const requests: FakeRequest[] = [];
  const waiting = [...replies];
  const server = createServer(async (request, response) => {
    const seen = await readRequest(request);
    requests.push(seen);
    if (seen.method === 'GET' && seen.path === '/v1/models') return listModels(response, seen, models);
    const model = /^\/v1\/models\/(.+)$/.exec(seen.path)?.[1];
    if (seen.method === 'GET' && model !== undefined) {
      return models.includes(model)
        ? send(response, 200, modelInfo(model))
        : send(response, 404, problem('not_found_error', `model: ${model}`));
    }
    if (seen.method === 'POST' && seen.path === '/v1/messages') {
      const reply = waiting.length > 1 ? waiting.shift() : waiting[0];
      return answer(response, reply ?? { answers: [] }, String(seen.body.model));
    }
    return send(response, 404, problem('not_found_error', 'Not found'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    questions: () => requests.filter((request) => request.method === 'POST'),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readRequest(request: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const raw = Buffer.concat(chunks).toString('utf8');
  return {
    method: request.method ?? '',
    path: (request.url ?? '').replace(/\?.*$/, ''),
    headers: request.headers,
    raw,
    body: raw === '' ? {} : (JSON.parse(raw) as Record<string, unknown>),
  };
}

function answer(response: ServerResponse, reply: FakeReply, model: string): void {
  if ('hang' in reply) {
    return;
  }
  if ('status' in reply) {
    send(response, reply.status, problem(reply.type, 'no'), reply.headers);
    return;
  }
  if ('text' in reply) {
    send(response, 200, message(model, reply.text, reply.stop ?? 'end_turn', 0));
    return;
  }
  send(response, 200, message(model, JSON.stringify({ answers: reply.answers }), 'end_turn', reply.cacheRead ?? 0));
}

function listModels(response: ServerResponse, { headers }: FakeRequest, models: readonly string[]): void {
  const refused = headers.authorization === 'Bearer wrong';
  const page = { data: models.map(modelInfo), has_more: false, first_id: null, last_id: null };
  send(response, refused ? 401 : 200, refused ? problem('authentication_error', 'invalid x-api-key') : page);
}

/** Typed with the SDK's own types: the client does not check what a server sends. */
function message(model: string, text: string, stop: Anthropic.StopReason, cacheRead: number) {
  return {
    id: 'msg_01Fake',
    type: 'message',
    role: 'assistant',
    model,
    content: [{ type: 'text', text, citations: null }],
    stop_reason: stop,
    stop_sequence: null,
    usage: {
      input_tokens: 1200,
      output_tokens: 90,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: cacheRead,
    },
  } satisfies Partial<Omit<Anthropic.Message, 'usage'>> & { usage: Partial<Anthropic.Usage> };
}

function modelInfo(id: string) {
  return {
    type: 'model',
    id,
    display_name: id,
    created_at: '2026-01-01T00:00:00Z',
    max_input_tokens: 200_000,
    max_tokens: 64_000,
  };
}

function problem(type: string, text: string) {
  return { type: 'error', error: { type, message: text }, request_id: 'req_01Fake' };
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_01Fake', ...headers });
  response.end(JSON.stringify(body));
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Anthropic from '@anthropic-ai/sdk';

/** What the endpoint does with the next question. The last reply of a list is given again and again. */
export type FakeReply =
  | { readonly answers: readonly unknown[]; readonly cacheRead?: number; readonly cacheWritten?: number }
  | { readonly text: string; readonly stop?: Anthropic.StopReason }
  | { readonly status: number; readonly type: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly hang: true }
  /** The connection breaks in the middle of the answer. */
  | { readonly cut: true }
  /** Another answer for each question. */
  | { readonly reply: (request: FakeRequest) => FakeReply };

/** What the service does not have, as with gateways and clouds, and how it counts. */
export interface FakeLimits {
  readonly without?: readonly ('models' | 'count' | 'schema')[];
  /** Tokens of every question; absent: a quarter of its characters. */
  readonly tokens?: number;
  readonly maxInput?: number;
}

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
  limits: FakeLimits = {},
): Promise<FakeClaude> {
  const lacks = new Set(limits.without);
  const requests: FakeRequest[] = [];
  const waiting = [...replies];
  const questioned = (response: ServerResponse, seen: FakeRequest) => {
    const refused = refusal(seen, models, lacks);
    if (refused !== undefined) return send(response, refused.status, refused.body);
    if (seen.body.max_tokens === 1) return send(response, 200, message(modelOf(seen), 'yes', 'max_tokens', 0, 0));
    const reply = waiting.length > 1 ? waiting.shift() : waiting[0];
    return answer(response, reply ?? { answers: [] }, seen);
  };
  const server = createServer(async (request, response) => {
    const seen = await readRequest(request);
    requests.push(seen);
    if (seen.method === 'GET' && !lacks.has('models')) return lookUp(response, seen, models, limits);
    if (isCount(seen) && !lacks.has('count')) {
      return send(response, 200, { input_tokens: limits.tokens ?? Math.ceil(seen.raw.length / 4) });
    }
    return isQuestion(seen) ? questioned(response, seen) : send(response, 404, { detail: 'Not Found' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    questions: () => requests.filter((request) => isQuestion(request) && request.body.max_tokens !== 1),
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

function lookUp(
  response: ServerResponse,
  seen: FakeRequest,
  models: readonly string[],
  { maxInput }: FakeLimits,
): void {
  const model = /^\/v1\/models\/(.+)$/.exec(seen.path)?.[1];
  if (model === undefined) listModels(response, seen, models);
  else if (models.includes(model)) send(response, 200, modelInfo(model, maxInput));
  else send(response, 404, problem('not_found_error', `model: ${model}`));
}

function isCount({ method, path }: FakeRequest): boolean {
  return method === 'POST' && (path === '/v1/messages/count_tokens' || path.endsWith('/count-tokens:rawPredict'));
}

/** At the address of the API itself, of Bedrock or of Vertex. */
function isQuestion(request: FakeRequest): boolean {
  return request.method === 'POST' && !isCount(request) && /^\/v1\/messages$|\/invoke$|:rawPredict$/.test(request.path);
}

function refusal(seen: FakeRequest, models: readonly string[], lacks: ReadonlySet<string>) {
  const asked = modelOf(seen);
  if (!models.includes(asked)) return { status: 404, body: problem('not_found_error', `model: ${asked}`) };
  if (!lacks.has('schema') || !('output_config' in seen.body)) return undefined;
  return { status: 400, body: problem('invalid_request_error', 'output_config: Extra inputs are not permitted') };
}

function modelOf({ path, body }: FakeRequest): string {
  const named = /\/model\/([^/]+)\/invoke$|\/models\/([^/]+):rawPredict$/.exec(path);
  return decodeURIComponent(named?.[1] ?? named?.[2] ?? String(body.model));
}

function answer(response: ServerResponse, reply: FakeReply, seen: FakeRequest): void {
  const model = modelOf(seen);
  if ('reply' in reply) {
    answer(response, reply.reply(seen), seen);
    return;
  }
  if ('hang' in reply) {
    return;
  }
  if ('cut' in reply) {
    const whole = JSON.stringify(message(model, '{"answers":[', 'end_turn', 0, 0));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
    response.write(whole.slice(0, 120), () => response.destroy());
    return;
  }
  if ('status' in reply) {
    send(response, reply.status, problem(reply.type, 'no'), reply.headers);
    return;
  }
  if ('text' in reply) {
    send(response, 200, message(model, reply.text, reply.stop ?? 'end_turn', 0, 0));
    return;
  }
  const text = JSON.stringify({ answers: reply.answers });
  send(response, 200, message(model, text, 'end_turn', reply.cacheRead ?? 0, reply.cacheWritten ?? 0));
}

function listModels(response: ServerResponse, { headers }: FakeRequest, models: readonly string[]): void {
  const refused = headers.authorization === 'Bearer wrong';
  const page = { data: models.map((id) => modelInfo(id)), has_more: false, first_id: null, last_id: null };
  send(response, refused ? 401 : 200, refused ? problem('authentication_error', 'invalid x-api-key') : page);
}

/** Typed with the SDK's own types: the client does not check what a server sends. */
function message(model: string, text: string, stop: Anthropic.StopReason, cacheRead: number, cacheWritten: number) {
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
      cache_creation_input_tokens: cacheWritten,
      cache_read_input_tokens: cacheRead,
    },
  } satisfies Partial<Omit<Anthropic.Message, 'usage'>> & { usage: Partial<Anthropic.Usage> };
}

function modelInfo(id: string, maxInput = 200_000) {
  return {
    type: 'model',
    id,
    display_name: id,
    created_at: '2026-01-01T00:00:00Z',
    max_input_tokens: maxInput,
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

import type Anthropic from '@anthropic-ai/sdk';
import * as z from 'zod';
import { explainFailure } from '../explain-failure.ts';
import { withRetries } from '../with-retries.ts';
import type { Probe, Provider, Question, Reply } from './provider.ts';

/** A request as the Messages API takes it. */
export interface MessagesRequest {
  /** `/v1/messages` or `/v1/messages/count_tokens`. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The same request as another service takes it. */
export interface OutgoingRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface MessagesOptions {
  readonly name: string;
  /** Absent: the vendor's address. */
  readonly baseUrl?: string;
  /** Goes into `Authorization`. */
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For a service that takes the same questions at other addresses. */
  readonly translate?: (request: MessagesRequest) => OutgoingRequest;
  /** Calls that the service does not have; something else takes their place. */
  readonly missing?: readonly ('models' | 'count' | 'schema')[];
  /** For one attempt, in milliseconds. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;

/**
 * Whoever speaks the Messages API: no tools, the system part marked for the cache. Where models cannot be looked up, a
 * question of one token says whether a model is there; where answers cannot be bound to a schema, it is asked for in words.
 */
export function messagesProvider(options: MessagesOptions): Provider {
  const missing = new Set(options.missing);
  return {
    name: options.name,
    async check() {
      if (missing.has('models')) return UNLISTED;
      try {
        const { data } = await (await connect(options)).models.list({ limit: 100 });
        return { state: 'ready', detail: `the key is taken; there are ${data.length} models` };
      } catch (error) {
        if (options.baseUrl !== undefined && !knowsCall(error)) return UNLISTED;
        return { state: 'failed', reason: explainFailure(error, 'any model') };
      }
    },
    async probe(model) {
      try {
        const client = await connect(options);
        const look = () => (missing.has('models') ? tryModel(client, model) : lookUp(client, model, options));
        return await withRetries(look, () => {});
      } catch (error) {
        return { state: 'failed', reason: explainFailure(error, model) };
      }
    },
    async count(model, question) {
      if (missing.has('count')) return undefined;
      try {
        const client = await connect(options);
        const { max_tokens: _, ...body } = await messageOf(model, question, 1, !missing.has('schema'));
        return (await client.messages.countTokens(body)).input_tokens;
      } catch {
        return undefined;
      }
    },
    async send(model, question, maxOutput) {
      const client = await connect(options);
      const ask = async () =>
        replyOf(await client.messages.create(await messageOf(model, question, maxOutput, !missing.has('schema'))));
      try {
        return await ask();
      } catch (error) {
        if (missing.has('schema') || !refusesSchema(error)) throw error;
        missing.add('schema');
        return await ask();
      }
    },
  };
}

const UNLISTED = {
  state: 'ready',
  detail: 'there are credentials; models cannot be listed there, so the first review shows whether they are taken',
} as const;

async function lookUp(client: Anthropic, model: string, options: MessagesOptions): Promise<Probe> {
  try {
    const { max_input_tokens: input, max_tokens: output } = await client.models.retrieve(model);
    return { state: 'ready', ...(input ? { maxInput: input } : {}), ...(output ? { maxOutput: output } : {}) };
  } catch (error) {
    // A gateway may have no such call at all, which is not the same as having no such model.
    if (options.baseUrl !== undefined && !knowsCall(error)) return await tryModel(client, model);
    throw error;
  }
}

/** One token is asked for, to see whether the model answers. */
async function tryModel(client: Anthropic, model: string): Promise<Probe> {
  const { usage } = await client.messages.create({
    model,
    max_tokens: 1,
    messages: [{ role: 'user', content: 'Say yes.' }],
  });
  return { state: 'ready', spent: { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens } };
}

/** The SDK loads only when there is something to ask, and reads nothing from the environment. */
async function connect(options: MessagesOptions): Promise<Anthropic> {
  const { default: Client } = await import('@anthropic-ai/sdk');
  return new Client({
    apiKey: null,
    authToken: options.token,
    baseURL: options.baseUrl ?? null,
    defaultHeaders: { ...options.headers },
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    // The SDK waits as long as `retry-after` says, up to weeks: retries are ours.
    maxRetries: 0,
    logLevel: 'off',
    // A redirection would carry the code to an address that nobody named.
    fetchOptions: { redirect: 'error' },
    ...(options.translate ? { fetch: translating(options.translate) } : {}),
  });
}

function translating(translate: NonNullable<MessagesOptions['translate']>): typeof fetch {
  return async (address, init) => {
    const path = new URL(address instanceof Request ? address.url : address).pathname;
    const request = translate({ path, body: JSON.parse(String(init?.body ?? '{}')) });
    const { url, headers, body } = request;
    return await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: init?.signal ?? null });
  };
}

async function messageOf(model: string, question: Question, maxOutput: number, bySchema: boolean) {
  const { zodOutputFormat } = await import('@anthropic-ai/sdk/helpers/zod');
  const { type, schema } = zodOutputFormat(question.schema);
  const system = bySchema ? question.system : `${question.system}\n\n${inWords(question.schema)}`;
  return {
    model,
    max_tokens: maxOutput,
    system: [{ type: 'text' as const, text: system, cache_control: { type: 'ephemeral' as const } }],
    messages: [{ role: 'user' as const, content: question.user }],
    ...(bySchema ? { output_config: { format: { type, schema } } } : {}),
  };
}

function inWords(schema: z.ZodType): string {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return `# Form\n\nAnswer with one JSON object and nothing else, of this JSON schema:\n\n${JSON.stringify(rest)}`;
}

function replyOf({ content, stop_reason, usage }: Anthropic.Message): Reply {
  const cached = usage.cache_read_input_tokens ?? 0;
  return {
    text: content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join(''),
    stop: stop_reason ?? 'no reason given',
    spent: {
      inputTokens: usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + cached,
      outputTokens: usage.output_tokens,
      ...(cached > 0 ? { cachedTokens: cached } : {}),
    },
  };
}

function refusesSchema(error: unknown): boolean {
  const { status, message } = error as { status?: unknown; message?: unknown };
  return status === 400 && /output_config|output_format|json_schema/i.test(String(message));
}

/** Whether a service that says no knows the call: the API names the kind of its errors. */
function knowsCall(error: unknown): boolean {
  const { status, error: body } = error as { status?: unknown; error?: { error?: { type?: unknown } } };
  const isAbsent = status === 404 || status === 405 || status === 501;
  return !isAbsent || body?.error?.type === 'not_found_error';
}

import type Anthropic from '@anthropic-ai/sdk';
import type { Judge, JudgeAnswer, JudgeRequest, JudgeResult } from '../types.ts';
import { answerSchema } from './answer-schema.ts';
import { buildPrompt, type Prompt } from './build-prompt.ts';
import { explainFailure } from './explain-failure.ts';
import { withRetries } from './with-retries.ts';

export interface ClaudeOptions {
  readonly apiKey: string;
  /** Absent: the vendor's address. */
  readonly baseUrl?: string;
  readonly model: string;
  /** Tokens that all requests of this judge may use together, read and written: one judge per review. */
  readonly maxTokens: number;
  /** For one attempt, in milliseconds. */
  readonly timeoutMs?: number;
}

/** What the model can do here, or why it cannot be asked. */
export type Probe =
  | { readonly state: 'ready'; readonly maxOutput: number }
  | { readonly state: 'failed'; readonly reason: string };

const TIMEOUT_MS = 60_000;
/** Answers are short; more room would only cost time when the model rambles. */
const MAX_OUTPUT = 8192;
const MIN_OUTPUT = 1024;
/** Low, so that the estimate errs towards fewer tokens left. */
const CHARACTERS_PER_TOKEN = 3;

/**
 * Asks Claude once per persona: structured output, no tools. The model is looked up before the first question;
 * whatever is not a clean end is a `failed` result with its reason, never an exception and never an answer.
 */
export function claudeJudge(options: ClaudeOptions): Judge {
  let probe: Promise<Probe> | undefined;
  let left = options.maxTokens;
  return {
    async ask(request) {
      probe ??= probeModel(options);
      const ready = await probe;
      if (ready.state === 'failed') {
        return failed(options, ready.reason);
      }
      const prompt = buildPrompt(request);
      const reading = Math.ceil((prompt.system.length + prompt.user.length) / CHARACTERS_PER_TOKEN);
      const maxOutput = Math.min(MAX_OUTPUT, ready.maxOutput, left - reading);
      if (maxOutput < MIN_OUTPUT) {
        return failed(
          options,
          `the budget of ${options.maxTokens} tokens for one review has too little left (${left})`,
        );
      }
      // Reserved before the call, so that two personas asked at once cannot spend the same tokens.
      left -= reading + maxOutput;
      const result = await askOnce(options, request, prompt, maxOutput);
      left += reading + maxOutput - result.inputTokens - result.outputTokens;
      return result;
    },
  };
}

/** Whether the model exists for this key. Costs no tokens. */
export async function probeModel(options: ClaudeOptions): Promise<Probe> {
  try {
    const client = await connect(options);
    const model = await withRetries(() => client.models.retrieve(options.model));
    return { state: 'ready', maxOutput: model.max_tokens ?? MAX_OUTPUT };
  } catch (error) {
    return { state: 'failed', reason: explainFailure(error, options.model) };
  }
}

/** How many models this key may use. Costs no tokens. */
export async function listModels(
  options: Pick<ClaudeOptions, 'apiKey' | 'baseUrl'>,
): Promise<
  { readonly state: 'ready'; readonly models: number } | { readonly state: 'failed'; readonly reason: string }
> {
  try {
    const { data } = await (await connect(options)).models.list({ limit: 100 });
    return { state: 'ready', models: data.length };
  } catch (error) {
    return { state: 'failed', reason: explainFailure(error, 'any model') };
  }
}

/** The SDK loads only when there is something to ask, and reads nothing from the environment. */
async function connect(options: Pick<ClaudeOptions, 'apiKey' | 'baseUrl' | 'timeoutMs'>): Promise<Anthropic> {
  const { default: Client } = await import('@anthropic-ai/sdk');
  return new Client({
    apiKey: options.apiKey,
    authToken: null,
    baseURL: options.baseUrl ?? null,
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    // The SDK waits as long as `retry-after` says, up to weeks: retries are ours.
    maxRetries: 0,
    logLevel: 'off',
  });
}

async function askOnce(
  options: ClaudeOptions,
  request: JudgeRequest,
  prompt: Prompt,
  maxOutput: number,
): Promise<JudgeResult> {
  try {
    const client = await connect(options);
    const { zodOutputFormat } = await import('@anthropic-ai/sdk/helpers/zod');
    const { type, schema } = zodOutputFormat(answerSchema);
    const message = await withRetries(() =>
      client.messages.create({
        model: options.model,
        max_tokens: maxOutput,
        system: [{ type: 'text', text: prompt.system, cache_control: { type: 'ephemeral' } }],
        messages: [{ role: 'user', content: prompt.user }],
        output_config: { format: { type, schema } },
      }),
    );
    return readMessage(options, request, message);
  } catch (error) {
    return failed(options, explainFailure(error, options.model));
  }
}

function readMessage(options: ClaudeOptions, request: JudgeRequest, message: Anthropic.Message): JudgeResult {
  const { usage } = message;
  const spent = {
    inputTokens: usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0),
    outputTokens: usage.output_tokens,
  };
  if (message.stop_reason !== 'end_turn') {
    return { ...failed(options, stopWords(message.stop_reason)), ...spent };
  }
  const text = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('');
  const answers = readAnswers(text, request);
  return answers === undefined
    ? { ...failed(options, 'its answer was not of the form that was asked for'), ...spent }
    : { state: 'ran', model: options.model, answers, ...spent };
}

/** The answers to items that were asked; undefined when the text is not what the schema describes. */
function readAnswers(text: string, request: JudgeRequest): JudgeAnswer[] | undefined {
  const parsed = answerSchema.safeParse(parseJson(text));
  const asked = new Set(request.items.map((item) => item.id));
  return parsed.data?.answers.filter((answer) => asked.has(answer.item));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function stopWords(reason: Anthropic.StopReason | null): string {
  switch (reason) {
    case 'refusal':
      return 'it refused to answer';
    case 'max_tokens':
      return 'its answer was cut off at the token limit';
    case 'model_context_window_exceeded':
      return 'the change is larger than its context';
    default:
      return `it stopped early (${reason ?? 'no reason given'})`;
  }
}

function failed({ model }: ClaudeOptions, reason: string): JudgeResult {
  return { state: 'failed', model, reason, answers: [], inputTokens: 0, outputTokens: 0 };
}

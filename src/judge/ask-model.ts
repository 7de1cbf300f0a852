import { createHash } from 'node:crypto';
import type { JudgeNote, JudgeSpending } from '../types.ts';
import { chooseModel, type ModelChoice, type ReadyModel } from './choose-model.ts';
import { explainFailure } from './explain-failure.ts';
import { emptyMemory, type JudgeMemory } from './memory.ts';
import type { Provider, Question, Reply } from './providers/provider.ts';
import { NO_TOKENS, tokensOf, totalSpent } from './spending.ts';
import { withRetries } from './with-retries.ts';

export interface AskOptions {
  /** Absent: only what is remembered is answered. */
  readonly provider?: Provider;
  /** The first that can be asked is; the others take its place when it fails. */
  readonly models: readonly string[];
  /** For all questions of one pull request together, read and written. */
  readonly maxTokens: number;
  /** What this pull request has spent and learned; it is added to. */
  readonly memory?: JudgeMemory;
}

/** What became of a question. `too-large`: a smaller one may be answered. */
export type Asked<Answer> = {
  readonly model: string;
  readonly notes: readonly JudgeNote[];
  readonly spent: JudgeSpending;
} & (
  | { readonly state: 'answered'; readonly answer: Answer }
  | { readonly state: 'failed' | 'too-large'; readonly reason: string }
);

/** Asks one question; whatever is not a clean end is a failure with its reason, never an exception and never an answer. */
export type AskModel = <Answer extends ReadAnswer>(question: Question, read: Read<Answer>) => Promise<Asked<Answer>>;

/** What `read` makes of a text. Only `answers` is remembered, to be read again: nothing else that the model wrote is kept. */
export interface ReadAnswer {
  readonly answers: readonly unknown[];
}

type Read<Answer extends ReadAnswer> = (text: string) => Answer | undefined;

/** Answers are short; more room would only cost time when the model rambles. */
const MAX_OUTPUT = 8192;
const MIN_OUTPUT = 1024;
/** Low, so that the estimate errs towards more tokens. */
const CHARACTERS_PER_TOKEN = 3;

/** The tokens of a question by its length. */
export function estimateTokens({ system, user }: Pick<Question, 'system' | 'user'>): number {
  return Math.ceil((system.length + user.length) / CHARACTERS_PER_TOKEN);
}

/** How many tokens an answer may have. */
export function roomForAnswer(left: number, maxOutput = MAX_OUTPUT): number {
  return Math.min(MAX_OUTPUT, maxOutput, left);
}

/** A review is waited for. */
const MAX_MS = 240_000;
/** Answers of one pull request that are remembered. */
const MAX_REMEMBERED = 40;

/** A way to ask one question after another within one budget. */
export function askModel(options: AskOptions): AskModel {
  const { provider, models, maxTokens, memory = emptyMemory() } = options;
  const desk: Desk = { provider, models, maxTokens, memory, until: performance.now() + MAX_MS, choice: undefined };
  return async (question, read) => remembered(desk, question, read) ?? (await askAnew(desk, question, read));
}

/** Where questions are asked; `choice` is made with the first of them, and again when a model fails. */
interface Desk {
  readonly provider: Provider | undefined;
  readonly models: readonly string[];
  readonly maxTokens: number;
  readonly memory: JudgeMemory;
  /** After this nothing more is asked, in milliseconds as `performance.now()` counts them. */
  readonly until: number;
  choice: ModelChoice | undefined;
}

function remembered<Answer extends ReadAnswer>(
  { models, memory }: Desk,
  question: Question,
  read: Read<Answer>,
): Asked<Answer> | undefined {
  for (const model of models) {
    const text = memory.answers.get(keyOf(model, question));
    const answer = text === undefined ? undefined : read(text);
    if (answer === undefined) continue;
    const notes: JudgeNote[] = [{ kind: 'reused', text: `an answer of ${model} to the same lines was used again` }];
    return { state: 'answered', answer, model, notes, spent: NO_TOKENS };
  }
  return undefined;
}

/** Asks the first model that can be asked; where that one fails, the next. */
async function askAnew<Answer extends ReadAnswer>(
  desk: Desk,
  question: Question,
  read: Read<Answer>,
): Promise<Asked<Answer>> {
  const { models } = desk;
  const notes: JudgeNote[] = [];
  const spent: JudgeSpending[] = [];
  const choose = async (among: readonly string[]): Promise<ModelChoice> => {
    const chosen = await chooseFor(desk, among);
    notes.push(...chosen.notes);
    spent.push(chosen.spent);
    return chosen;
  };
  if (performance.now() > desk.until) {
    const reason = `asking took longer than ${MAX_MS / 60_000} minutes`;
    return { state: 'failed', reason, model: models[0] ?? 'no model', notes, spent: NO_TOKENS };
  }
  let choice: ModelChoice = desk.choice ?? (await choose(models));
  for (;;) {
    desk.choice = choice;
    const { ready }: ModelChoice = choice;
    if (desk.provider === undefined || ready === undefined) {
      const model = models[0] ?? 'no model';
      return { state: 'failed', reason: choice.reason, model, notes, spent: totalSpent(spent) };
    }
    const tried: Attempt<Answer> = await attempt(desk, desk.provider, ready, question, read);
    spent.push(tried.spent);
    const done = { model: ready.id, notes, spent: totalSpent(spent) };
    if (tried.state === 'answered') {
      remember(desk.memory, keyOf(ready.id, question), tried.answer);
      return { state: 'answered', answer: tried.answer, ...done };
    }
    const others = models.slice(models.indexOf(ready.id) + 1);
    if (tried.state !== 'unavailable' || others.length === 0) {
      return { state: tried.state === 'too-large' ? 'too-large' : 'failed', reason: tried.reason, ...done };
    }
    notes.push({ kind: 'failed', text: `${ready.id} failed, and the next model was tried: ${tried.reason}` });
    const next = await choose(others);
    // Where none of the others can be asked, the first failure is the one to know.
    choice = next.ready === undefined ? { ...next, reason: tried.reason } : next;
  }
}

function remember({ answers }: JudgeMemory, key: string, answer: ReadAnswer): void {
  answers.set(key, JSON.stringify({ answers: answer.answers }));
  const [oldest] = answers.keys();
  if (answers.size > MAX_REMEMBERED && oldest !== undefined) answers.delete(oldest);
}

async function chooseFor({ provider, memory }: Desk, among: readonly string[]): Promise<ModelChoice> {
  if (provider === undefined) return { ready: undefined, reason: NOT_REMEMBERED, notes: [], spent: NO_TOKENS };
  const chosen = await chooseModel(provider, among);
  memory.spent += tokensOf(chosen.spent);
  return chosen;
}

const NOT_REMEMBERED = 'nobody is asked here, and no answer to the same lines is remembered';

type Attempt<Answer> = { readonly spent: JudgeSpending } & (
  | { readonly state: 'answered'; readonly answer: Answer }
  | { readonly state: 'failed' | 'too-large' | 'unavailable'; readonly reason: string }
);

async function attempt<Answer extends ReadAnswer>(
  { memory, maxTokens }: Desk,
  provider: Provider,
  model: ReadyModel,
  question: Question,
  read: Read<Answer>,
): Promise<Attempt<Answer>> {
  const reading = (await provider.count(model.id, question)) ?? estimateTokens(question);
  const left = maxTokens - memory.spent;
  const output = roomForAnswer(left - reading, model.maxOutput);
  if (output < MIN_OUTPUT) {
    const reason = `the budget of ${maxTokens} tokens for this pull request has too little left (${Math.max(0, left)}, and ${reading} are to be read)`;
    return { state: 'too-large', reason, spent: NO_TOKENS };
  }
  if (model.maxInput !== undefined && reading + output > model.maxInput) {
    const reason = `the change is larger than the context of ${model.id} (${reading} of ${model.maxInput} tokens)`;
    return { state: 'too-large', reason, spent: NO_TOKENS };
  }
  // Reserved before the call, so that two reviews of one pull request cannot spend the same tokens.
  memory.spent += reading + output;
  const result = await send(provider, model, question, read, { reading, output });
  memory.spent += tokensOf(result.spent) - reading - output;
  return result;
}

async function send<Answer extends ReadAnswer>(
  provider: Provider,
  model: ReadyModel,
  question: Question,
  read: Read<Answer>,
  { reading, output }: { readonly reading: number; readonly output: number },
): Promise<Attempt<Answer>> {
  let lost = 0;
  const failed = (error: unknown) => {
    lost += mayHaveWorked(error) ? reading : 0;
  };
  const spentWith = (spent: JudgeSpending) => totalSpent([spent, { ...NO_TOKENS, lostTokens: lost }]);
  let reply: Reply;
  try {
    reply = await withRetries(() => provider.send(model.id, question, output), failed);
  } catch (error) {
    const state = isUnavailable(error) ? 'unavailable' : 'failed';
    return { state, reason: explainFailure(error, model.id), spent: spentWith(NO_TOKENS) };
  }
  const spent = spentWith(reply.spent);
  if (reply.stop !== 'end_turn') return { state: 'failed', reason: stopWords(reply.stop), spent };
  const answer = read(reply.text);
  return answer === undefined
    ? { state: 'failed', reason: 'its answer was not of the form that was asked for', spent }
    : { state: 'answered', answer, spent };
}

/** Whether a provider may count the tokens of an attempt that failed: not where it turned it away, or was never reached. */
function mayHaveWorked(error: unknown): boolean {
  const { status } = error as { status?: unknown };
  if (typeof status === 'number') return status >= 500 && status !== 529;
  return !/ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(causes(error));
}

function causes(error: unknown): string {
  let text = '';
  for (let one = error as { code?: unknown; cause?: unknown } | undefined; one && text.length < 500; ) {
    text += ` ${String(one.code ?? '')}`;
    one = one.cause as typeof one;
  }
  return text;
}

/** Another model may do: this one is gone, forbidden, busy or broken. */
function isUnavailable(error: unknown): boolean {
  const { status } = error as { status?: unknown };
  return typeof status !== 'number' || status === 403 || status === 404 || status === 429 || status >= 500;
}

function stopWords(reason: string): string {
  switch (reason) {
    case 'refusal':
      return 'it refused to answer';
    case 'max_tokens':
      return 'its answer was cut off at the token limit';
    case 'model_context_window_exceeded':
      return 'the change is larger than its context';
    case 'dry_run':
      return 'a dry run asks nobody';
    default:
      return `it stopped early (${reason.replace(/[^\w ]/g, '').slice(0, 40)})`;
  }
}

function keyOf(model: string, { system, user }: Question): string {
  return createHash('sha256')
    .update(JSON.stringify([1, model, system, user]))
    .digest('base64url')
    .slice(0, 22);
}

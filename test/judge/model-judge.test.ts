import { afterEach, describe, expect, test } from '@jest/globals';
import { judgeFromEnvironment } from '../../src/judge/judge-from-environment.ts';
import { emptyMemory, type JudgeMemory } from '../../src/judge/memory.ts';
import { modelJudge } from '../../src/judge/model-judge.ts';
import { anthropicProvider } from '../../src/judge/providers/anthropic.ts';
import { DEFAULT_POLICY } from '../../src/policy/settings-schema.ts';
import type { ChecklistItem, Judge, JudgeRequest, JudgeResult, Policy } from '../../src/types.ts';
import { type FakeClaude, type FakeLimits, type FakeReply, fakeClaude } from '../support/fake-claude.ts';
import { sampleReview } from '../support/sample-review.ts';

const model = 'claude-sonnet-5-5';
const apiKey = 'key-of-the-test';
const item: ChecklistItem = {
  id: 'mlops-leak',
  text: 'Nothing leaks',
  section: 's',
  line: 1,
  kinds: ['python'],
  rules: [],
  partial: false,
  judge: 'model',
};
const request: JudgeRequest = {
  persona: {
    name: 'mlops-engineer',
    title: 'MLOps engineer',
    path: 'a.md',
    prompt: 'You review.',
    kinds: ['python'],
    items: [item],
  },
  items: [item],
  change: sampleReview.change,
  impact: sampleReview.impact,
  findings: [],
};
const good = {
  item: 'mlops-leak',
  outcome: 'undecided',
  severity: 'low',
  quote: '',
  path: '',
  because: 'not shown',
  scenario: '',
};

let open: FakeClaude[] = [];
afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  open = [];
});

async function start(...replies: FakeReply[]): Promise<FakeClaude> {
  return await startWith({}, replies);
}

async function startWith(
  { models, ...limits }: FakeLimits & { readonly models?: readonly string[] },
  replies: readonly FakeReply[],
): Promise<FakeClaude> {
  const server = await fakeClaude(replies, models, limits);
  open.push(server);
  return server;
}

interface Parts {
  readonly models?: readonly string[];
  readonly maxTokens?: number;
  readonly timeoutMs?: number;
  readonly memory?: JudgeMemory;
}

function judgeAt(server: FakeClaude, { timeoutMs, ...parts }: Parts = {}): Judge {
  const provider = anthropicProvider({ apiKey, baseUrl: server.url, ...(timeoutMs ? { timeoutMs } : {}) });
  return modelJudge({ provider, models: [model], maxTokens: 60_000, ...parts });
}

async function ask(server: FakeClaude, parts: Parts = {}): Promise<JudgeResult> {
  return await judgeAt(server, parts).ask(request);
}

describe('a clean answer', () => {
  test('comes back with what it cost, cached tokens included', async () => {
    const server = await start({ answers: [good], cacheRead: 300 });
    expect(await ask(server)).toEqual({
      state: 'ran',
      model,
      answers: [good],
      inputTokens: 1500,
      outputTokens: 90,
      cachedTokens: 300,
      unasked: [],
      notes: [],
    });
  });

  test('loses items that nobody asked for', async () => {
    const server = await start({ answers: [good, { ...good, item: 'invented' }] });
    const { answers, notes } = await ask(server);
    expect(answers.map((answer) => answer.item)).toEqual(['mlops-leak']);
    expect(notes).toEqual([{ kind: 'left-out', text: '1 answer about items that nobody asked for' }]);
  });

  test.each([
    ['word for word', (prompt: string) => prompt.slice(100, 400)],
    ['letter by letter', (prompt: string) => [...prompt.slice(100, 400)].join('-')],
    ['in capitals', (prompt: string) => prompt.slice(-300).toUpperCase()],
  ])('loses what repeats the instructions %s, and does not remember it', async (_how, leak) => {
    const server = await start({
      reply: ({ body }) => {
        const [{ text }] = body.system as readonly [{ readonly text: string }];
        return { answers: [{ ...good, outcome: 'met', because: `It says: ${leak(text)}` }, good] };
      },
    });
    const memory = emptyMemory();
    const { answers, notes } = await ask(server, { memory });
    expect(answers).toEqual([good]);
    expect(notes).toEqual([{ kind: 'left-out', text: '1 answer with the instructions in place of what was seen' }]);
    expect([...memory.answers.values()]).toEqual([JSON.stringify({ answers: [good] })]);
  });

  test('may name the item that it is about, and some words of its procedure', async () => {
    const text = 'Nothing leaks from the rows of the future into those that a model is trained on';
    const long = { ...item, text };
    const answer = { ...good, because: `"${text}" is not shown, nor what goes wrong.` };
    const server = await start({ answers: [answer] });
    const persona = { ...request.persona, items: [long] };
    const result = await judgeAt(server).ask({ ...request, persona, items: [long] });
    expect(result.answers).toEqual([answer]);
  });

  test('is asked for once when the same question comes again', async () => {
    const server = await start({ answers: [good] });
    const memory = emptyMemory();
    await ask(server, { memory });
    expect(await ask(server, { memory })).toMatchObject({
      state: 'ran',
      answers: [good],
      inputTokens: 0,
      outputTokens: 0,
      notes: [{ kind: 'reused', text: `an answer of ${model} to the same lines was used again` }],
    });
    expect(server.questions()).toHaveLength(1);
  });

  test('is remembered only when it was clean', async () => {
    const server = await start({ text: 'All is well.' }, { answers: [good] });
    const memory = emptyMemory();
    await ask(server, { memory });
    expect((await ask(server, { memory })).state).toBe('ran');
    expect(server.questions()).toHaveLength(2);
  });

  test('that is remembered is all there is where nobody may be asked', async () => {
    const server = await start({ answers: [good] });
    const memory = emptyMemory();
    const mute = modelJudge({ models: [model], maxTokens: 60_000, memory });
    expect(await mute.ask(request)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('nobody is asked'),
    });
    await ask(server, { memory });
    expect(await mute.ask(request)).toMatchObject({ state: 'ran', answers: [good] });
  });
});

describe('the request on the wire', () => {
  test('asks for the schema, offers no tools, caches the system part, and holds no key', async () => {
    const server = await start({ answers: [] });
    await ask(server);
    const [question] = server.questions();
    expect(Object.keys(question?.body ?? {}).sort()).toEqual([
      'max_tokens',
      'messages',
      'model',
      'output_config',
      'system',
    ]);
    expect(question?.body.system).toMatchObject([{ type: 'text', cache_control: { type: 'ephemeral' } }]);
    expect(question?.body.output_config).toMatchObject({
      format: { type: 'json_schema', schema: { type: 'object', required: ['answers'], additionalProperties: false } },
    });
    expect(question?.raw).not.toContain(apiKey);
    expect(question?.headers.authorization).toBe(`Bearer ${apiKey}`);
  });

  test('holds the same system part for every change, so that the cache has it, and says so in its usage', async () => {
    const server = await start({ answers: [good], cacheWritten: 1100 }, { answers: [good], cacheRead: 1100 });
    const judge = judgeAt(server);
    const first = await judge.ask(request);
    const second = await judge.ask({ ...request, impact: { rows: [] } });
    const [one, two] = server.questions();
    expect(two?.body.system).toEqual(one?.body.system);
    expect(two?.body.messages).not.toEqual(one?.body.messages);
    expect([first.inputTokens, first.cachedTokens, second.inputTokens, second.cachedTokens]).toEqual([
      2300,
      undefined,
      2300,
      1100,
    ]);
  });
});

describe('anything else leaves the items undecided and says why', () => {
  test.each<[string, FakeReply, string]>([
    ['a refusal', { text: '', stop: 'refusal' }, 'it refused to answer'],
    ['an answer cut off', { text: '{"answers":[', stop: 'max_tokens' }, 'its answer was cut off at the token limit'],
    ['a pause', { text: '', stop: 'pause_turn' }, 'it stopped early (pause_turn)'],
    [
      'a context too small',
      { text: '', stop: 'model_context_window_exceeded' },
      'the change is larger than its context',
    ],
    ['text that is not JSON', { text: 'All items are met.' }, 'its answer was not of the form that was asked for'],
    [
      'JSON of another form',
      { text: '{"answers":[{"item":"mlops-leak","outcome":"passed"}]}' },
      'its answer was not of the form that was asked for',
    ],
    [
      'a bad key',
      { status: 401, type: 'authentication_error' },
      'the credentials were not accepted (401); check the key',
    ],
    [
      'a long wait',
      { status: 429, type: 'rate_limit_error', headers: { 'retry-after': '86400' } },
      'the rate limit was reached (429)',
    ],
    [
      'an overload',
      { status: 529, type: 'overloaded_error', headers: { 'retry-after-ms': '1' } },
      'the service is overloaded (529)',
    ],
  ])('%s', async (_what, reply, reason) => {
    const server = await start(reply);
    expect(await ask(server)).toMatchObject({ state: 'failed', model, reason, answers: [] });
  });

  test('silence', async () => {
    const server = await start({ hang: true });
    expect(await ask(server, { timeoutMs: 60 })).toMatchObject({
      state: 'failed',
      reason: 'it did not answer in time',
    });
  });

  test('a model that does not exist, before anything of the change is sent', async () => {
    const server = await start({ answers: [good] });
    expect(await ask(server, { models: ['claude-gone-1'] })).toMatchObject({
      state: 'failed',
      reason: 'there is no model "claude-gone-1" for these credentials (404); set judge.model to one that exists',
    });
    expect(server.questions()).toHaveLength(0);
  });

  test('a budget that is used up', async () => {
    const server = await start({ answers: [good] });
    expect((await ask(server, { maxTokens: 500 })).reason).toMatch(
      /^the budget of 500 tokens for this pull request has too little left \(500, and \d+ are to be read\)/,
    );
    expect(server.questions()).toHaveLength(0);
  });

  test('what was spent on a refusal is counted', async () => {
    const server = await start({ text: '', stop: 'refusal' });
    expect(await ask(server)).toMatchObject({ inputTokens: 1200, outputTokens: 90 });
  });
});

describe('a busy service', () => {
  test('is asked again after as long as it says', async () => {
    const busy: FakeReply = { status: 429, type: 'rate_limit_error', headers: { 'retry-after': '0' } };
    const server = await start(
      busy,
      { status: 529, type: 'overloaded_error', headers: { 'retry-after-ms': '1' } },
      { answers: [good] },
    );
    expect((await ask(server)).state).toBe('ran');
    expect(server.questions()).toHaveLength(3);
  });

  test('is asked at most three times', async () => {
    const server = await start({ status: 500, type: 'api_error', headers: { 'retry-after-ms': '1' } });
    expect((await ask(server)).state).toBe('failed');
    expect(server.questions()).toHaveLength(3);
  });

  test('is left alone when it asks for longer than we wait', async () => {
    const server = await start({ status: 429, type: 'rate_limit_error', headers: { 'retry-after': '3600' } });
    await ask(server);
    expect(server.questions()).toHaveLength(1);
  });
});

describe('models that cannot be asked', () => {
  test('are passed over, and it is said', async () => {
    const server = await start({ answers: [good] });
    expect(await ask(server, { models: ['claude-gone-1', model] })).toMatchObject({
      state: 'ran',
      model,
      notes: [
        {
          kind: 'skipped',
          text: expect.stringContaining('the model claude-gone-1 was passed over: there is no model'),
        },
      ],
    });
  });

  test('are followed by the next when they fail', async () => {
    const busy: FakeReply = { status: 529, type: 'overloaded_error', headers: { 'x-should-retry': 'false' } };
    const server = await startWith({ models: [model, 'claude-haiku-5-5'] }, [busy, { answers: [good] }]);
    expect(await ask(server, { models: [model, 'claude-haiku-5-5'] })).toMatchObject({
      state: 'ran',
      model: 'claude-haiku-5-5',
      notes: [
        { kind: 'failed', text: `${model} failed, and the next model was tried: the service is overloaded (529)` },
      ],
    });
  });
});

describe('the budget', () => {
  test('holds for all pushes of a pull request', async () => {
    const server = await start({ answers: [good] });
    const memory = emptyMemory();
    await ask(server, { memory, maxTokens: 8000 });
    expect(memory.spent).toBe(1290);
    memory.spent = 7000;
    const late = await judgeAt(server, { memory, maxTokens: 8000 }).ask({ ...request, impact: { rows: [] } });
    expect(late).toMatchObject({ state: 'failed', reason: expect.stringContaining('too little left (1000') });
    expect(server.questions()).toHaveLength(1);
  });

  test('counts attempts that failed after they were sent, and not those that were turned away', async () => {
    const retry = { headers: { 'retry-after-ms': '1' } };
    const server = await startWith({ tokens: 500 }, [
      { status: 500, type: 'api_error', ...retry },
      { status: 429, type: 'rate_limit_error', ...retry },
      { answers: [good] },
    ]);
    const memory = emptyMemory();
    expect(await ask(server, { memory })).toMatchObject({ inputTokens: 1200, outputTokens: 90, lostTokens: 500 });
    expect(memory.spent).toBe(1790);
  });

  test('is kept by counting before sending', async () => {
    const server = await startWith({ tokens: 59_500 }, [{ answers: [good] }]);
    expect((await ask(server)).reason).toContain('too little left (60000, and 59500 are to be read)');
    expect(server.questions()).toHaveLength(0);
  });
});

describe('a change that is too large for one request', () => {
  const other: ChecklistItem = { ...item, id: 'approved', kinds: ['workflow'] };
  const both = { ...request, items: [item, other] };

  test('is split by items where it is over the context, each with its own hunks only', async () => {
    const server = await startWith({ maxInput: 20_000 }, [
      {
        reply: ({ raw }) => ({ answers: raw.includes('train_test_split') ? [good] : [{ ...good, item: 'approved' }] }),
      },
    ]);
    const provider = {
      ...anthropicProvider({ apiKey, baseUrl: server.url }),
      count: async (_model: string, { user }: { readonly user: string }) =>
        user.includes('train_test_split') && user.includes('environment: production') ? 19_000 : 900,
    };
    const result = await modelJudge({ provider, models: [model], maxTokens: 60_000 }).ask(both);
    expect(result.answers.map((answer) => answer.item)).toEqual(['mlops-leak', 'approved']);
    expect(result.unasked).toEqual([]);
    expect(server.questions()).toHaveLength(2);
  });

  test('is split until it fits the budget, and what does not fit is named', async () => {
    const server = await start({ answers: [good] });
    const provider = {
      ...anthropicProvider({ apiKey, baseUrl: server.url }),
      count: async (_model: string, { user }: { readonly user: string }) =>
        user.includes('environment: production') ? 70_000 : 700,
    };
    const result = await modelJudge({ provider, models: [model], maxTokens: 60_000 }).ask(both);
    expect(result).toMatchObject({
      state: 'ran',
      answers: [good],
      unasked: [{ items: ['approved'], reason: expect.stringContaining('70000 are to be read') }],
    });
    expect(result.notes).toContainEqual({ kind: 'split', text: 'the items were asked in 2 requests' });
    const [question] = server.questions();
    expect(question?.raw).toContain('train_test_split');
    expect(question?.raw).not.toContain('environment: production');
  });
});

describe('there is no judge', () => {
  const judge = { ...DEFAULT_POLICY.judge, enabled: true };
  const policy: Policy = { ...DEFAULT_POLICY, judge };

  test('without a key, and it is said', () => {
    expect(judgeFromEnvironment({}, policy)).toEqual({ skipped: 'ANTHROPIC_API_KEY is not set' });
    expect(judgeFromEnvironment({ ANTHROPIC_API_KEY: ' ' }, policy)).toEqual({
      skipped: 'ANTHROPIC_API_KEY is not set',
    });
  });

  test('where the policy does not want one, and then there is nothing to say', () => {
    expect(judgeFromEnvironment({ ANTHROPIC_API_KEY: apiKey }, DEFAULT_POLICY)).toBeUndefined();
  });

  test('for a fork, unless the policy says so', () => {
    const env = { ANTHROPIC_API_KEY: apiKey };
    expect(judgeFromEnvironment(env, policy, { fromFork: true })).toMatchObject({
      skipped: expect.stringContaining('judge.forks'),
    });
    expect(judgeFromEnvironment(env, policy, { fromFork: false })).toHaveProperty('ask');
    const open = { ...policy, judge: { ...judge, forks: true } };
    expect(judgeFromEnvironment(env, open, { fromFork: true })).toHaveProperty('ask');
  });
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { cacheJudge } from '../../src/judge/cache-judge.ts';
import { claudeJudge, probeModel } from '../../src/judge/claude.ts';
import { judgeFromEnvironment } from '../../src/judge/judge-from-environment.ts';
import { DEFAULT_POLICY } from '../../src/policy/settings-schema.ts';
import type { ChecklistItem, JudgeRequest, JudgeResult, Policy } from '../../src/types.ts';
import { type FakeClaude, type FakeReply, fakeClaude } from '../support/fake-claude.ts';
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
const good = { item: 'mlops-leak', outcome: 'undecided', quote: '', path: '', because: 'not shown', scenario: '' };

let open: FakeClaude[] = [];
afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  open = [];
});

async function start(...replies: FakeReply[]): Promise<FakeClaude> {
  const server = await fakeClaude(replies);
  open.push(server);
  return server;
}

async function ask(
  server: FakeClaude,
  parts: { model?: string; maxTokens?: number; timeoutMs?: number } = {},
): Promise<JudgeResult> {
  return claudeJudge({ apiKey, baseUrl: server.url, model, maxTokens: 60_000, ...parts }).ask(request);
}

describe('a clean answer', () => {
  test('comes back with what it cost, cached tokens included', async () => {
    const server = await start({ answers: [good], cacheRead: 300 });
    expect(await ask(server)).toEqual({ state: 'ran', model, answers: [good], inputTokens: 1500, outputTokens: 90 });
  });

  test('loses items that nobody asked for', async () => {
    const server = await start({ answers: [good, { ...good, item: 'invented' }] });
    expect((await ask(server)).answers.map((answer) => answer.item)).toEqual(['mlops-leak']);
  });

  test('is asked for once when the same question comes again', async () => {
    const server = await start({ answers: [good] });
    const judge = cacheJudge(claudeJudge({ apiKey, baseUrl: server.url, model, maxTokens: 60_000 }), model, new Map());
    await judge.ask(request);
    expect(await judge.ask(request)).toMatchObject({ state: 'ran', answers: [good], inputTokens: 0, outputTokens: 0 });
    expect(server.questions()).toHaveLength(1);
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
      'the key was not accepted (401); check ANTHROPIC_API_KEY',
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
    expect(await ask(server, { model: 'claude-gone-1' })).toMatchObject({
      state: 'failed',
      reason: 'there is no model "claude-gone-1" for this key (404); set judge.model to one that exists',
    });
    expect(server.questions()).toHaveLength(0);
  });

  test('a budget that is used up', async () => {
    const server = await start({ answers: [good] });
    expect((await ask(server, { maxTokens: 500 })).reason).toMatch(/^the budget of 500 tokens for one review/);
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

test('a probe says what the model can do, or why it cannot be asked', async () => {
  const server = await start();
  const options = { apiKey, baseUrl: server.url, model, maxTokens: 1 };
  expect(await probeModel(options)).toEqual({ state: 'ready', maxOutput: 64_000 });
  expect(await probeModel({ ...options, model: 'x' })).toMatchObject({ state: 'failed' });
});

describe('there is no judge', () => {
  const judge = { enabled: true, model, maxTokens: 60_000, forks: false };
  const policy: Policy = { ...DEFAULT_POLICY, judge };

  test('without a key', () => {
    expect(judgeFromEnvironment({}, policy)).toBeUndefined();
    expect(judgeFromEnvironment({ ANTHROPIC_API_KEY: ' ' }, policy)).toBeUndefined();
  });

  test('where the policy does not want one', () => {
    const off = { ...policy, judge: { ...policy.judge, enabled: false } };
    expect(judgeFromEnvironment({ ANTHROPIC_API_KEY: apiKey }, off)).toBeUndefined();
  });

  test('for a fork, unless the policy says so', () => {
    const env = { ANTHROPIC_API_KEY: apiKey };
    expect(judgeFromEnvironment(env, policy, { fromFork: true })).toBeUndefined();
    expect(judgeFromEnvironment(env, policy, { fromFork: false })).toBeDefined();
    expect(
      judgeFromEnvironment(env, { ...policy, judge: { ...policy.judge, forks: true } }, { fromFork: true }),
    ).toBeDefined();
  });
});

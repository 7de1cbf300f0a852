import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { modelJudge } from '../../src/judge/model-judge.ts';
import { anthropicProvider } from '../../src/judge/providers/anthropic.ts';
import { builtInAgents } from '../../src/local/assets.ts';
import { folderPairSource } from '../../src/local/folder-pair-source.ts';
import { localFacts } from '../../src/local/local-facts.ts';
import { checkSummary } from '../../src/output/check-summary.ts';
import { run } from '../../src/run.ts';
import type { Judge, Review, Sink } from '../../src/types.ts';
import { type FakeClaude, type FakeReply, type FakeRequest, fakeClaude } from '../support/fake-claude.ts';

/* Every fault goes through the whole line: the real adapter, HTTP, and the review that people see. */

// A broken connection is waited for, twice per persona.
jest.setTimeout(30_000);

const EXAMPLE = new URL('../../examples/churn-service/', import.meta.url).pathname;
const sink: Sink = {
  publish: async () => ({ checks: [], commentsPosted: 0, commentsMarkedFixed: 0, summary: 'none', failures: [] }),
};
/** What no page, comment or line may ever show: it is in every wrong answer. */
const WRONG = 'zebra';
const QUOTE = 'uv pip sync --require-hashes requirements.txt';
const SOON = { 'retry-after-ms': '1' };

let rulesAlone: Review;
let claude: FakeClaude | undefined;

beforeAll(async () => {
  rulesAlone = await reviewed();
});

afterEach(async () => {
  await claude?.close();
  claude = undefined;
});

async function reviewed(judge?: Judge): Promise<Review> {
  const ports = {
    source: folderPairSource(`${EXAMPLE}base`, `${EXAMPLE}head`, 'Speed up training'),
    facts: localFacts(),
    sink,
    agentFiles: await builtInAgents(),
    ...(judge ? { judge: async () => judge } : {}),
  };
  return (await run(ports, { now: new Date('2026-11-20T12:00:00Z'), mode: 'enforce' })).review;
}

async function judgedBy(...replies: readonly FakeReply[]): Promise<Review> {
  claude = await fakeClaude(replies);
  const provider = anthropicProvider({ apiKey: 'key-of-the-test', baseUrl: claude.url, timeoutMs: 400 });
  return await reviewed(modelJudge({ provider, models: ['claude-sonnet-5-5'], maxTokens: 200_000 }));
}

function isSceptic({ body }: FakeRequest): boolean {
  return JSON.stringify(body.system).includes('# Sceptic');
}

/** One remark on an item that the DevOps engineer leaves open. */
function remark(parts: object = {}) {
  return {
    item: 'nothing-by-hand',
    outcome: 'unmet',
    severity: 'medium',
    quote: QUOTE,
    path: '.github/workflows/train.yml',
    because: `The ${WRONG} is not installed by this step.`,
    scenario: `When the ${WRONG} is missing, the run fails on the first day.`,
    ...parts,
  };
}

function published(review: Review): string {
  return [
    checkSummary(review),
    ...review.personas.map((persona) => checkSummary(review, persona)),
    ...review.comments.map(({ body }) => body),
  ].join('\n');
}

function openItems(review: Review): readonly string[] {
  return review.personas.flatMap(({ name, verdicts }) =>
    verdicts.filter(({ outcome }) => outcome === 'undecided').map(({ item }) => `${name} ${item.id}`),
  );
}

/** Nothing wrong is said, the items stay open, and the gate is what rules made it. */
function expectNothing(review: Review): void {
  expect(published(review)).not.toContain(WRONG);
  expect(review.findings.filter(({ origin }) => origin === 'model')).toEqual([]);
  expect(review.comments).toEqual(rulesAlone.comments);
  expect(openItems(review)).toEqual(openItems(rulesAlone));
  expectSameGate(review);
}

function expectSameGate(review: Review): void {
  const gate = ({ conclusion, wouldBe, blocking, enforced, incomplete, personas }: Review) => ({
    conclusion,
    wouldBe,
    blocking,
    enforced,
    incomplete,
    personas: personas.map((persona) => persona.conclusion),
  });
  expect(gate(review)).toEqual(gate(rulesAlone));
}

test('the example leaves items open, so that there is something to get wrong', () => {
  expect(openItems(rulesAlone)).toContain('devops-engineer nothing-by-hand');
  expect(rulesAlone.conclusion).toBe('failure');
});

describe('a model that does not answer', () => {
  test.each<[string, FakeReply, string]>([
    ['refuses', { text: `no ${WRONG}`, stop: 'refusal' }, 'it refused to answer'],
    ['is cut off at its limit', { text: `{"answers":["${WRONG}`, stop: 'max_tokens' }, 'its answer was cut off'],
    ['pauses', { text: WRONG, stop: 'pause_turn' }, 'it stopped early (pause\\_turn)'],
    ['finds the change too large', { text: '', stop: 'model_context_window_exceeded' }, 'larger than its context'],
    ['is overloaded', { status: 529, type: 'overloaded_error', headers: SOON }, 'the service is overloaded (529)'],
    [
      'asks to wait for a day',
      { status: 429, type: 'rate_limit_error', headers: { 'retry-after': '86400' } },
      'the rate limit was reached (429)',
    ],
    ['is limited again and again', { status: 429, type: 'rate_limit_error', headers: SOON }, 'rate limit was reached'],
    ['breaks', { status: 500, type: 'api_error', headers: SOON }, 'the service answered with status 500'],
    ['is behind a broken gateway', { status: 502, type: 'x', headers: SOON }, 'the service answered with status 502'],
    ['takes no such request', { status: 400, type: 'invalid_request_error' }, 'the request was not accepted (400)'],
    ['does not know the key any more', { status: 401, type: 'authentication_error' }, 'not accepted (401)'],
    ['is cut off in the middle', { cut: true }, 'the connection broke before the answer was whole'],
    ['keeps silent', { hang: true }, 'it did not answer in time'],
    ['speaks instead of answering', { text: `All ${WRONG}s are fine.` }, 'not of the form that was asked for'],
    ['answers with half of JSON', { text: `{"answers":[{"item":"${WRONG}"` }, 'not of the form that was asked for'],
    [
      'answers with JSON of another form',
      { text: JSON.stringify({ answers: [{ item: 'nothing-by-hand', outcome: 'passed', quote: WRONG }] }) },
      'not of the form that was asked for',
    ],
    ['answers with a list', { text: JSON.stringify([remark()]) }, 'not of the form that was asked for'],
    ['answers with nothing', { text: '' }, 'not of the form that was asked for'],
  ])('%s', async (_what, reply, reason) => {
    const review = await judgedBy(reply);
    expectNothing(review);
    expect(review.judge.state).toBe('failed');
    expect(checkSummary(review)).toContain('Open items were not judged by claude-sonnet-5-5');
    expect(checkSummary(review)).toContain(reason);
    expect(claude?.questions().length).toBeGreaterThan(0);
  });

  test('is asked again after a fault that is soon over', async () => {
    const review = await judgedBy(
      { status: 500, type: 'api_error', headers: SOON },
      { reply: ({ raw }) => ({ answers: raw.includes('MLOps engineer') ? [] : [remark()] }) },
    );
    expect(review.judge.lostTokens).toBeGreaterThan(0);
    expect(checkSummary(review)).toContain('lost with attempts that failed');
    expect(review.findings.filter(({ origin }) => origin === 'model')).toHaveLength(1);
  });
});

describe('a model that answers wrongly', () => {
  test.each<[string, object, string]>([
    ['invents an item', { item: `${WRONG}-item` }, '1 answer about items that nobody asked for'],
    ['answers an item that rules have answered', { item: 'token-limited' }, 'items that nobody asked for'],
    ['invents a quote', { quote: `run: ${WRONG} --all` }, 'what it quotes is not in this change'],
    ['quotes what rules took out', { quote: '[redacted: value] and more' }, 'what it quotes is not in this change'],
    ['quotes a few letters', { quote: 'uv pip' }, 'it quotes too little to tell which lines it is about'],
    ['quotes nothing', { quote: '' }, 'it quotes too little to tell which lines it is about'],
    [
      'quotes lines that were there before',
      { quote: 'name: Reproduce the pipeline' },
      'lines that the change leaves alone',
    ],
    ['repeats what a rule said', { quote: 'continue-on-error: true' }, 'a rule already speaks of these lines'],
    ['tells no failure', { scenario: ' ' }, 'it names no failure'],
    ['says nothing', { because: '' }, 'it does not say what was seen'],
    [
      'speaks German',
      { because: `Der ${WRONG} wird nicht installiert und das ist ein Fehler.`, scenario: 'Der Lauf bricht ab.' },
      'it is not in English',
    ],
    [
      'speaks Chinese',
      { because: `这个步骤没有安装依赖 ${WRONG}`, scenario: '第一天运行就会失败' },
      'it is not in English',
    ],
    [
      'says met with an invented proof',
      { outcome: 'met', quote: `assert ${WRONG}()` },
      'what it quotes is not in this change',
    ],
  ])('%s', async (_what, parts, reason) => {
    const review = await judgedBy({
      reply: ({ raw }) => ({ answers: raw.includes('# MLOps engineer') ? [] : [remark(parts)] }),
    });
    expectNothing(review);
    expect(checkSummary(review)).toContain(reason);
  });

  test('quotes what stands in several places: no comment, and the item stays open', async () => {
    const review = await judgedBy({
      reply: ({ raw }) => ({
        answers: raw.includes('# MLOps engineer')
          ? []
          : [remark({ quote: 'runs-on: ubuntu-24.04', because: 'It runs on one machine.', scenario: 'It is gone.' })],
      }),
    });
    expectNothing(review);
    expect(review.judge.unplaced).toEqual(['It runs on one machine. It is gone.']);
    expect(checkSummary(review)).toContain('what it quotes stands in several places');
  });

  test('says the same five times, and under two items: it is said once', async () => {
    const twice = [remark(), remark(), remark(), remark({ item: 'tried-first' }), remark({ item: 'tried-first' })];
    const review = await judgedBy({
      reply: ({ raw }) => ({ answers: raw.includes('# MLOps engineer') ? [] : twice }),
    });
    const remarks = review.findings.filter(({ origin }) => origin === 'model');
    expect(remarks).toHaveLength(1);
    expect(checkSummary(review)).toContain('it says the same twice');
    expect(checkSummary(review)).toContain('on `nothing-by-hand`: the same is said under tried-first');
    expect(openItems(review)).toContain('devops-engineer nothing-by-hand');
    expectSameGate(review);
  });

  test('makes two hundred remarks: ten at most are said, the gravest, and the check says what became of the rest', async () => {
    const review = await judgedBy({ reply: (request) => ({ answers: manyRemarks(request) }) });
    const remarks = review.findings.filter(({ origin }) => origin === 'model');
    expect(remarks.length).toBeGreaterThan(2);
    expect(remarks.length).toBeLessThanOrEqual(10);
    expect(review.comments.length).toBeLessThanOrEqual(10);
    expect(checkSummary(review)).toContain('more than 2 remarks on one item');
    expect(checkSummary(review)).toContain('more answers to one item');
    expectSameGate(review);
  });

  test('calls everything critical: it is advice all the same', async () => {
    const review = await judgedBy({
      reply: (request) => {
        if (isSceptic(request))
          return { answers: [{ remark: 'R1', verdict: 'stands', quote: '', path: '', because: '' }] };
        return { answers: request.raw.includes('# MLOps engineer') ? [] : [remark({ severity: 'critical' })] };
      },
    });
    const [finding] = review.findings.filter(({ origin }) => origin === 'model');
    expect(finding).toMatchObject({ severity: 'medium', confidence: 'heuristic' });
    expectSameGate(review);
  });

  test('writes links, mentions, markup and commands: nothing of it works', async () => {
    const because = 'See https://evil.example @octocat <img src=x> [x](javascript:1) #12 ::error::x ##[group]';
    const review = await judgedBy({
      reply: ({ raw }) => ({ answers: raw.includes('# MLOps engineer') ? [] : [remark({ because })] }),
    });
    const said = published(review);
    expect(review.findings.filter(({ origin }) => origin === 'model')).toHaveLength(1);
    expect(said).toContain('`https://evil.example`');
    expect(said).not.toMatch(/[^`]@octocat|<img|[^\\]\]\(javascript|[^`]#12|^::error|##\[group/m);
  });
});

describe('the sceptic', () => {
  async function doubted(verdict: object | 'fails'): Promise<Review> {
    return await judgedBy({
      reply: (request) => {
        if (isSceptic(request)) {
          if (verdict === 'fails') return { text: '', stop: 'refusal' };
          return { answers: [{ remark: 'R1', verdict: 'rejected', because: 'No.', path: '', ...verdict }] };
        }
        return { answers: request.raw.includes('# MLOps engineer') ? [] : [remark({ severity: 'high' })] };
      },
    });
  }

  test('rejects by quoting the code that contradicts: the remark goes, and the item is open again', async () => {
    const review = await doubted({ quote: '- uses: astral-sh/setup-uv@v7' });
    expectNothing(review);
    expect(checkSummary(review)).toContain('a second look quotes code that contradicts it');
  });

  test.each<[string, object | 'fails', string]>([
    [
      'rejects with an invented quote',
      { quote: 'run: install everything' },
      'quotes no code of this change against it',
    ],
    ['rejects without a quote', { quote: '' }, 'quotes no code of this change against it'],
    ['rejects with the very line', { quote: QUOTE }, 'quotes no code of this change against it'],
    ['rejects with a line that is gone', { quote: 'environment: production' }, 'quotes no code of this change'],
    ['refuses', 'fails', 'the second look at 1 remark came to nothing, so what was said stands: it refused to answer'],
  ])('%s: the remark stands, and the check says so', async (_what, verdict, note) => {
    const review = await doubted(verdict);
    expect(review.findings.filter(({ origin }) => origin === 'model')).toHaveLength(1);
    expect(checkSummary(review)).toContain(note);
    expectSameGate(review);
  });

  test('is asked once for all grave remarks, and not for others', async () => {
    await doubted({ verdict: 'stands', quote: '' });
    expect(claude?.questions().filter(isSceptic)).toHaveLength(1);
    await claude?.close();
    await judgedBy({ reply: ({ raw }) => ({ answers: raw.includes('# MLOps engineer') ? [] : [remark()] }) });
    expect(claude?.questions().filter(isSceptic)).toHaveLength(0);
  });
});

/** To every open item twenty remarks, on lines that the change touches. */
function manyRemarks(request: FakeRequest): readonly object[] {
  if (isSceptic(request)) return [];
  const open = request.raw.split('Open items, and the hunks')[1] ?? '';
  const items = [...open.matchAll(/- \\"([\w-]+)\\":/g)].map(([, item]) => item);
  const places = [
    [QUOTE, '.github/workflows/train.yml'],
    ['image: ghcr.io/orchard/churn-api:2026.11.4', 'k8s/serving.yaml'],
    ['description = "Redis from the cluster and the notebooks"', 'terraform/storage.tf'],
    ['RUN useradd --system --uid 10001 churn', 'Dockerfile'],
  ];
  return items.flatMap((item) =>
    Array.from({ length: 20 }, (_, index) => {
      const [quote, path] = places[index % places.length] ?? [];
      const because = `Remark ${index} on ${item} names something else.`;
      return remark({ item, quote, path, because, severity: index === 3 ? 'high' : 'low' });
    }),
  );
}

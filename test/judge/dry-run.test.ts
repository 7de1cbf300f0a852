import { expect, test } from '@jest/globals';
import { dryRun } from '../../src/judge/dry-run.ts';
import { modelJudge } from '../../src/judge/model-judge.ts';
import { anthropicProvider } from '../../src/judge/providers/anthropic.ts';
import type { ChecklistItem, JudgeRequest } from '../../src/types.ts';
import { fakeClaude } from '../support/fake-claude.ts';
import { sampleReview } from '../support/sample-review.ts';

const item: ChecklistItem = {
  id: 'mlops-leak',
  text: 'Nothing leaks',
  section: '',
  line: 1,
  kinds: ['python'],
  rules: [],
  partial: false,
  judge: 'model',
};
const request: JudgeRequest = {
  persona: { name: 'a', title: 'A', path: 'a.md', prompt: 'You review.', kinds: ['python'], items: [item] },
  items: [item],
  change: sampleReview.change,
  impact: sampleReview.impact,
  findings: [],
};
const options = { models: ['claude-sonnet-5-5'], maxTokens: 60_000 };

test('prints word for word what a real question would send', async () => {
  const claude = await fakeClaude([{ answers: [] }]);
  const provider = anthropicProvider({ apiKey: 'k', baseUrl: claude.url });
  await modelJudge({ ...options, provider }).ask(request);
  const run = dryRun(options);
  await run.judge.ask(request);
  const printed = run.printed().join('\n');
  const sent = claude.questions()[0]?.body as {
    readonly system: readonly [{ readonly text: string }];
    readonly messages: readonly [{ readonly content: string }];
  };
  expect(printed).toContain(sent.system[0].text);
  expect(printed).toContain(sent.messages[0].content);
  await claude.close();
});

test('asks nobody, spends nothing, and says that its tokens are estimated', async () => {
  const run = dryRun(options);
  expect(await run.judge.ask(request)).toMatchObject({
    state: 'failed',
    reason: 'a dry run asks nobody',
    inputTokens: 0,
    outputTokens: 0,
  });
  expect(run.printed()[0]).toMatch(
    /^--- request 1 to claude-sonnet-5-5: \d+ tokens to read \(estimated from its length\)/,
  );
  expect(run.printed().at(-1)).toMatch(/^--- in all 1 request and \d+ tokens to read/);
});

test('shows what would not be sent because the budget is too small', async () => {
  const run = dryRun({ ...options, maxTokens: 1200 });
  expect((await run.judge.ask(request)).reason).toContain('the budget of 1200 tokens');
  expect(run.printed().join()).toContain('in all 0 requests');
});

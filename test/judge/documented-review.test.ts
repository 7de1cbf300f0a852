import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { modelJudge } from '../../src/judge/model-judge.ts';
import { anthropicProvider } from '../../src/judge/providers/anthropic.ts';
import { builtInAgents } from '../../src/local/assets.ts';
import { folderPairSource } from '../../src/local/folder-pair-source.ts';
import { localFacts } from '../../src/local/local-facts.ts';
import { judgeLines } from '../../src/output/judge-line.ts';
import { run } from '../../src/run.ts';
import { fakeClaude } from '../support/fake-claude.ts';

const EXAMPLE = new URL('../../examples/churn-service/', import.meta.url).pathname;
const PAGE = readFileSync(new URL('../../docs/judge.md', import.meta.url), 'utf8');
const publish = async () => ({
  checks: [],
  commentsPosted: 0,
  commentsMarkedFixed: 0,
  summary: 'none' as const,
  failures: [],
});

function blocks(language: string): readonly string[] {
  return [...PAGE.matchAll(/^```([^\n]+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );
}

test('the review that docs/judge.md shows is what the example and these answers come to', async () => {
  const [devops = [], mlops = [], sceptic = []] = blocks('json').map((text) => JSON.parse(text) as object[]);
  const claude = await fakeClaude([
    {
      reply: ({ raw }) => ({
        answers: raw.includes('# Sceptic') ? sceptic : raw.includes('# MLOps engineer') ? mlops : devops,
      }),
    },
  ]);
  const provider = anthropicProvider({ apiKey: 'k', baseUrl: claude.url });
  const judge = modelJudge({ provider, models: ['claude-sonnet-5-5'], maxTokens: 60_000 });
  const source = folderPairSource(`${EXAMPLE}base`, `${EXAMPLE}head`, 'Speed up training');
  const ports = { source, facts: localFacts(), sink: { publish }, agentFiles: await builtInAgents() };
  const { review } = await run({ ...ports, judge: async () => judge }, { now: new Date('2026-11-20T12:00:00Z') });
  await claude.close();

  const [first] = claude.questions().map(({ body }) => body.messages as readonly [{ readonly content: string }]);
  const sent = blocks('text sent')[0]?.trimEnd().split('\n') ?? [];
  expect(claude.questions()).toHaveLength(3);
  expect(sent.filter((line) => !first?.[0].content.split('\n').includes(line))).toEqual([]);

  const dropped = judgeLines(review.judge).filter((line) => line.includes('dropped'));
  expect(blocks('text check')[0]?.trimEnd().split('\n')).toEqual(dropped);

  const outcomes = review.personas.flatMap(({ verdicts }) =>
    verdicts.filter(({ by }) => by === 'model').map(({ item, outcome }) => `${item.id} ${outcome}`),
  );
  expect(outcomes).toEqual(['secrets-stored met', 'rollback-ready unmet', 'configuration-external met']);
});

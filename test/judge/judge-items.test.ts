import { describe, expect, test } from '@jest/globals';
import { judgeItems } from '../../src/judge/judge-items.ts';
import type { ChecklistItem, Judge, JudgeAnswer, JudgeRequest, Kind, Persona, Verdict } from '../../src/types.ts';
import { at, finding, sampleReview } from '../support/sample-review.ts';

const { change, impact } = sampleReview;

function item(id: string, kinds: readonly Kind[]): ChecklistItem {
  return { id, text: id, section: '', line: 1, kinds, rules: [], partial: false, judge: 'model' };
}

function verdictOf(one: ChecklistItem): Verdict {
  return { persona: 'a', item: one, outcome: 'undecided', by: 'nobody', because: '', evidence: [], findings: [] };
}

const items = [item('trained', ['python']), item('stored', ['terraform']), item('shown', ['notebook'])];
const persona: Persona = { name: 'a', title: 'A', path: 'a.md', prompt: '', kinds: ['python', 'terraform'], items };
const called = [{ persona, verdicts: items.map(verdictOf) }];
const everything = { change, impact, findings: [], mayShow: () => true };

/** A judge who says nothing, and what it was asked. */
function listener(answers: readonly JudgeAnswer[] = []) {
  const requests: JudgeRequest[] = [];
  const judge: Judge = {
    ask: async (request) => {
      requests.push(request);
      return { state: 'ran', model: 'm', answers, inputTokens: 1, outputTokens: 1 };
    },
  };
  return { judge, requests };
}

function because(judged: Awaited<ReturnType<typeof judgeItems>>): Readonly<Record<string, string>> {
  const verdicts = judged.personas.flatMap((one) => one.verdicts);
  return Object.fromEntries(verdicts.map((verdict) => [verdict.item.id, verdict.because]));
}

describe('files that must not be sent', () => {
  const mayShow = (path: string) => !path.startsWith('terraform/');

  test('are in no question: neither their lines, nor what is told of them elsewhere', async () => {
    const { judge, requests } = listener();
    const findings = sampleReview.findings;
    const judged = await judgeItems(judge, called, { change, impact, findings, mayShow });
    const sent = JSON.stringify(requests);
    expect(requests).toHaveLength(1);
    expect(sent).toContain('src/train.py');
    expect(sent).not.toContain('terraform/storage.tf');
    expect(sent).not.toContain('aws_s3_bucket');
    expect(judged.report.notes).toContainEqual({
      kind: 'left-out',
      text: 'withheld by judge.allow and judge.deny: "terraform/storage.tf"',
    });
  });

  test('are not told of by the stories of other files, even where the change leaves them alone', async () => {
    const { judge, requests } = listener();
    const place = { location: at('secret/keys.tf', 3), message: 'It reads this.' };
    const findings = [
      finding({ rule: 'kept', location: at('src/train.py', 31) }),
      finding({ rule: 'tells', location: at('src/train.py', 31), related: [place] }),
      finding({ rule: 'stands-there', location: at('secret/keys.tf', 3) }),
    ];
    await judgeItems(judge, called, { ...everything, findings, mayShow: (path) => !path.startsWith('secret/') });
    expect(requests[0]?.findings.map(({ rule }) => rule)).toEqual(['kept']);
  });

  test('leave the items open that need them, and these say so', async () => {
    const { judge, requests } = listener();
    const judged = await judgeItems(judge, called, { ...everything, mayShow });
    expect(requests[0]?.items.map(({ id }) => id)).not.toContain('stored');
    expect(because(judged).stored).toBe(
      'not judged: the settings withhold the files that it is about (judge.allow, judge.deny)',
    );
  });

  test('cannot be quoted either', async () => {
    const answer: JudgeAnswer = {
      item: 'trained',
      outcome: 'unmet',
      quote: 'resource "aws_s3_bucket" "feature_store" {',
      path: 'terraform/storage.tf',
      because: 'The bucket is new.',
      scenario: 'It is empty.',
    };
    const judged = await judgeItems(listener([answer]).judge, called, { ...everything, mayShow });
    expect(judged.findings).toEqual([]);
    expect(judged.report.dropped).toEqual([{ item: 'trained', reason: 'what it quotes is not in this change' }]);
  });

  test('that were renamed are withheld under either name', async () => {
    const { judge, requests } = listener();
    const files = [
      { ...change.files[3], path: 'src/fit.py', previousPath: 'secret/train.py' } as (typeof change.files)[0],
    ];
    const judged = await judgeItems(judge, called, {
      ...everything,
      change: { ...change, files },
      mayShow: (path) => !path.startsWith('secret/'),
    });
    expect(requests).toEqual([]);
    expect(judged.report).toMatchObject({ state: 'skipped', reason: 'no item that a model may judge was left open' });
  });
});

describe('items that nobody can answer from the change', () => {
  test('are not asked, and say why', async () => {
    const { judge, requests } = listener();
    const judged = await judgeItems(judge, called, everything);
    expect(requests[0]?.items.map(({ id }) => id)).not.toContain('shown');
    expect(because(judged).shown).toBe(
      'not judged: no changed line that can be shown is of the kinds that it is about',
    );
  });
});

describe('a model that the settings want and nobody asks', () => {
  test('is told of in the report and under every open item', async () => {
    const judged = await judgeItems({ skipped: 'the change comes from a fork' }, called, everything);
    expect(judged.report).toMatchObject({ state: 'skipped', reason: 'the change comes from a fork' });
    expect(Object.values(because(judged))).toEqual(Array(3).fill('not judged: the change comes from a fork'));
  });

  test('is not spoken of where nobody wants it', async () => {
    const judged = await judgeItems(undefined, called, everything);
    expect(judged.report.state).toBe('off');
    expect(judged.personas).toBe(called);
  });
});

describe('deleted safeguards', () => {
  test('are asked about beside the items, and no verdict stands for them', async () => {
    const quote = 'train_test_split(X, y, test_size=0.2, random_state=42)';
    const answer: JudgeAnswer = {
      item: 'removed-behaviour',
      outcome: 'unmet',
      quote,
      path: 'src/train.py',
      because: 'The seed of the split is gone.',
      scenario: 'Two runs give two models.',
    };
    const { judge, requests } = listener([answer]);
    const judged = await judgeItems(judge, called, everything);
    expect(requests[0]?.items.map(({ id }) => id)).toContain('removed-behaviour');
    expect(judged.findings).toMatchObject([
      {
        rule: 'judge/removed-behaviour',
        origin: 'model',
        location: { path: 'src/train.py', side: 'base', startLine: 31 },
      },
    ]);
    expect(judged.personas[0]?.verdicts.map(({ item: { id } }) => id)).toEqual(['trained', 'stored', 'shown']);
  });
});

test('a judge without a sceptic leaves grave remarks as they are, and it is said', async () => {
  const answer: JudgeAnswer = {
    item: 'trained',
    outcome: 'unmet',
    severity: 'critical',
    quote: 'train_test_split(X, y, test_size=0.2)',
    path: 'src/train.py',
    because: 'The seed of the split is gone.',
    scenario: 'Two runs give two models.',
  };
  const judged = await judgeItems(listener([answer]).judge, called, everything);
  expect(judged.findings).toHaveLength(1);
  expect(judged.report.notes).toContainEqual({
    kind: 'failed',
    text: 'the second look at 1 remark came to nothing, so what was said stands: this judge takes none',
  });
});

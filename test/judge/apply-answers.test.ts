import { describe, expect, test } from '@jest/globals';
import { applyAnswers } from '../../src/judge/apply-answers.ts';
import { openItems } from '../../src/judge/open-items.ts';
import type { ChecklistItem, JudgeAnswer, JudgeResult, Verdict } from '../../src/types.ts';
import { sampleReview } from '../support/sample-review.ts';

const { change } = sampleReview;
const quote = 'train_test_split(X, y, test_size=0.2)';

function verdict(id: string, outcome: Verdict['outcome'] = 'undecided', item: Partial<ChecklistItem> = {}): Verdict {
  return {
    persona: 'mlops-engineer',
    item: {
      id,
      text: `Item ${id}`,
      section: 's',
      line: 1,
      kinds: ['python'],
      rules: [],
      partial: false,
      judge: 'model',
      ...item,
    },
    outcome,
    by: outcome === 'undecided' ? 'nobody' : 'rules',
    because: 'before',
    evidence: [],
    findings: [],
  };
}

function answer(item: string, parts: Partial<JudgeAnswer> = {}): JudgeAnswer {
  return {
    item,
    outcome: 'unmet',
    quote,
    path: 'src/train.py',
    because: 'The split has no seed',
    scenario: 'Two runs give two models',
    ...parts,
  };
}

function ran(...answers: JudgeAnswer[]): JudgeResult {
  return { state: 'ran', model: 'm', answers, inputTokens: 1, outputTokens: 1 };
}

describe('the model may answer', () => {
  test('items meant for it, and items that rules cover in part', () => {
    const verdicts = [
      verdict('a'),
      verdict('b', 'undecided', { judge: 'rules', partial: true }),
      verdict('c', 'undecided', { judge: 'rules' }),
      verdict('d', 'met'),
    ];
    expect(openItems(verdicts).map((item) => item.id)).toEqual(['a', 'b']);
  });

  test('met, with the quote as the proof', () => {
    const { verdicts, findings } = applyAnswers(
      [verdict('a')],
      ran(answer('a', { outcome: 'met', scenario: '' })),
      change,
    );
    expect(verdicts[0]).toMatchObject({ outcome: 'met', by: 'model', because: 'The split has no seed' });
    expect(verdicts[0]?.evidence[0]?.location).toMatchObject({ path: 'src/train.py', startLine: 31 });
    expect(findings).toEqual([]);
  });

  test('unmet, as a finding that can never fail a gate', () => {
    const { verdicts, findings } = applyAnswers([verdict('a')], ran(answer('a')), change);
    expect(findings[0]).toMatchObject({
      rule: 'judge/a',
      origin: 'model',
      severity: 'medium',
      confidence: 'heuristic',
      status: 'introduced',
      kind: 'python',
    });
    expect(findings[0]?.location).toMatchObject({ path: 'src/train.py', side: 'head', startLine: 31 });
    expect(findings[0]?.message).toMatchObject({ what: 'The split has no seed.', why: 'Two runs give two models.' });
    expect(verdicts[0]).toMatchObject({ outcome: 'unmet', by: 'model', findings: [findings[0]?.fingerprint] });
  });

  test('the same remark in other words is the same finding', () => {
    const first = applyAnswers([verdict('a')], ran(answer('a')), change).findings[0];
    const second = applyAnswers(
      [verdict('a')],
      ran(answer('a', { because: 'No seed', scenario: 'Other rows' })),
      change,
    ).findings[0];
    expect(second?.fingerprint).toBe(first?.fingerprint);
  });
});

describe('the model may not', () => {
  test.each(['unmet', 'met', 'waived', 'debt', 'not-applicable', 'gap', 'no-objection', 'not-judgeable'] as const)(
    'change an item that is %s',
    (outcome) => {
      const before = [verdict('a', outcome)];
      expect(applyAnswers(before, ran(answer('a'), answer('a', { outcome: 'met' })), change)).toEqual({
        verdicts: before,
        findings: [],
        unplaced: [],
      });
    },
  );

  test('answer an item that only rules decide', () => {
    const before = [verdict('a', 'undecided', { judge: 'rules' })];
    expect(applyAnswers(before, ran(answer('a')), change).verdicts).toEqual(before);
  });

  test('invent an item', () => {
    expect(applyAnswers([verdict('a')], ran(answer('invented')), change)).toEqual({
      verdicts: [verdict('a')],
      findings: [],
      unplaced: [],
    });
  });

  test('say met without showing it', () => {
    const { verdicts } = applyAnswers(
      [verdict('a')],
      ran(answer('a', { outcome: 'met', quote: 'assert everything_is_fine()' })),
      change,
    );
    expect(verdicts[0]).toMatchObject({
      outcome: 'undecided',
      because: 'the model says met, but what it quotes is not in this change',
    });
  });

  test.each([
    ['without a scenario', { scenario: ' ' }],
    ['with a quote that is not there', { quote: 'model.predict(everything)' }],
    ['with a quote that could be anywhere', { quote: 'X_train, X_test, y_train', path: 'other.py' }],
  ])('accuse %s: the remark stays without a place', (_what, parts) => {
    const { verdicts, findings, unplaced } = applyAnswers([verdict('a')], ran(answer('a', parts)), change);
    expect(findings).toEqual([]);
    expect(unplaced).toHaveLength(1);
    expect(verdicts[0]?.outcome).toBe('undecided');
  });

  test('say two things at once: doubt wins over met', () => {
    const { verdicts } = applyAnswers(
      [verdict('a')],
      ran(answer('a', { outcome: 'met' }), answer('a', { outcome: 'undecided', because: 'not shown' })),
      change,
    );
    expect(verdicts[0]).toMatchObject({ outcome: 'undecided', because: 'not shown' });
  });

  test('hide text or repeat a credential', () => {
    const token = ['ghp', '_', 'a1B2'.repeat(9)].join('');
    const { findings } = applyAnswers(
      [verdict('a')],
      ran(answer('a', { because: `it prints ${token}\u202E\u200B` })),
      change,
    );
    expect(findings[0]?.message.what).toBe('it prints [redacted: GitHub token].');
  });
});

test('without a clean result everything stays undecided, with the reason', () => {
  const failed: JudgeResult = { ...ran(answer('a')), state: 'failed', reason: 'it refused to answer' };
  const result = applyAnswers([verdict('a'), verdict('b', 'met')], failed, change);
  expect(result.verdicts[0]).toMatchObject({ outcome: 'undecided', because: 'not judged: it refused to answer' });
  expect(result.verdicts[1]).toEqual(verdict('b', 'met'));
  expect(result.findings).toEqual([]);
});

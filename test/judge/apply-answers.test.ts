import { describe, expect, test } from '@jest/globals';
import { type AppliedAnswers, applyAnswers as apply } from '../../src/judge/apply-answers.ts';
import { openItems } from '../../src/judge/open-items.ts';
import type { ChecklistItem, Finding, JudgeAnswer, JudgeResult, Verdict } from '../../src/types.ts';
import { at, finding, sampleReview } from '../support/sample-review.ts';

const { change } = sampleReview;
const context = { change, findings: [] };
const quote = 'train_test_split(X, y, test_size=0.2)';

/** With the findings that the remarks make. */
function applyAnswers(...args: Parameters<typeof apply>): AppliedAnswers & { readonly findings: readonly Finding[] } {
  const applied = apply(...args);
  return { ...applied, findings: applied.remarks.map(({ finding }) => finding) };
}

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
      context,
    );
    expect(verdicts[0]).toMatchObject({ outcome: 'met', by: 'model', because: 'The split has no seed' });
    expect(verdicts[0]?.evidence[0]?.location).toMatchObject({ path: 'src/train.py', startLine: 31 });
    expect(findings).toEqual([]);
  });

  test('unmet, as a finding that can never fail a gate', () => {
    const { verdicts, findings } = applyAnswers([verdict('a')], ran(answer('a')), context);
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
    const first = applyAnswers([verdict('a')], ran(answer('a')), context).findings[0];
    const second = applyAnswers(
      [verdict('a')],
      ran(answer('a', { because: 'No seed', scenario: 'Other rows' })),
      context,
    ).findings[0];
    expect(second?.fingerprint).toBe(first?.fingerprint);
  });
});

describe('the model may not', () => {
  test.each(['unmet', 'met', 'waived', 'debt', 'not-applicable', 'gap', 'no-objection', 'not-judgeable'] as const)(
    'change an item that is %s',
    (outcome) => {
      const before = [verdict('a', outcome)];
      const { verdicts, findings } = applyAnswers(before, ran(answer('a'), answer('a', { outcome: 'met' })), context);
      expect(verdicts).toEqual(before);
      expect(findings).toEqual([]);
    },
  );

  test('answer an item that only rules decide', () => {
    const before = [verdict('a', 'undecided', { judge: 'rules' })];
    expect(applyAnswers(before, ran(answer('a')), context).verdicts).toEqual(before);
  });

  test('invent an item', () => {
    const { verdicts, findings } = applyAnswers([verdict('a')], ran(answer('invented')), context);
    expect(verdicts).toEqual([{ ...verdict('a'), because: 'not judged: the model did not answer it' }]);
    expect(findings).toEqual([]);
  });

  test('say met without showing it', () => {
    const { verdicts } = applyAnswers(
      [verdict('a')],
      ran(answer('a', { outcome: 'met', quote: 'assert everything_is_fine()' })),
      context,
    );
    expect(verdicts[0]).toMatchObject({
      outcome: 'undecided',
      because: 'the model says met, but that does not count: what it quotes is not in this change',
    });
  });

  test.each<[string, Partial<JudgeAnswer>, string]>([
    ['without a failure', { scenario: ' ' }, 'it names no failure'],
    ['with a quote that is not there', { quote: 'model.predict(everything)' }, 'what it quotes is not in this change'],
    ['with a quote of a few letters', { quote: 'X, y' }, 'it quotes too little to tell which lines it is about'],
    [
      'of lines that were there before',
      { quote: 'def split(frame):' },
      'it is about lines that the change leaves alone',
    ],
    [
      'in another language',
      { because: 'Die Aufteilung hat keinen Startwert und das ist ein Fehler' },
      'it is not in English',
    ],
  ])('accuse %s: nothing of it is said', (_what, parts, reason) => {
    const { verdicts, findings, unplaced, dropped } = applyAnswers([verdict('a')], ran(answer('a', parts)), context);
    expect([findings, unplaced]).toEqual([[], []]);
    expect(dropped).toEqual([{ item: 'a', reason }]);
    expect(verdicts[0]).toMatchObject({
      outcome: 'undecided',
      because: `the model objects, but its remark does not count: ${reason}`,
    });
  });

  test('accuse lines that a rule already speaks of', () => {
    const told = finding({ rule: 'seed-removed', location: at('src/train.py', 31), status: 'introduced' });
    const { dropped } = applyAnswers([verdict('a')], ran(answer('a')), { change, findings: [told] });
    expect(dropped).toEqual([{ item: 'a', reason: 'a rule already speaks of these lines' }]);
  });

  test('accuse with a quote that could be anywhere: the remark stays without a place', () => {
    const twice = 'COPY src/ src/ # twice';
    const docker = { path: 'Dockerfile', kind: 'dockerfile' as const, status: 'modified' as const };
    const hunks = [{ oldStart: 1, oldLines: 0, newStart: 1, newLines: 2, lines: [`+${twice}`, `+${twice}`] }];
    const { verdicts, findings, unplaced, dropped } = applyAnswers([verdict('a')], ran(answer('a', { quote: twice })), {
      change: { ...change, files: [{ ...docker, hunks }] },
      findings: [],
    });
    expect(findings).toEqual([]);
    expect(unplaced).toEqual(['The split has no seed Two runs give two models']);
    expect(dropped).toEqual([{ item: 'a', reason: 'what it quotes stands in several places' }]);
    expect(verdicts[0]?.outcome).toBe('undecided');
  });

  test('say the same twice, or ever more of one item', () => {
    const places = ['def split(frame, seed):', 'X_other = frame.sample(3)', 'y_other = frame.sample(4)'];
    const lines = places.map((line) => `+${line}`);
    const file = { path: 'a.py', kind: 'python' as const, status: 'modified' as const };
    const hunks = [{ oldStart: 1, oldLines: 0, newStart: 1, newLines: 3, lines }];
    const answers = [...places, places[0] ?? ''].map((one) => answer('a', { quote: one, path: 'a.py' }));
    const { findings, dropped } = applyAnswers([verdict('a')], ran(...answers), {
      change: { ...change, files: [{ ...file, hunks }] },
      findings: [],
    });
    expect(findings).toHaveLength(2);
    expect(dropped.map(({ reason }) => reason)).toEqual(['more than 2 remarks on one item', 'it says the same twice']);
  });

  test('say two things at once: doubt wins over met', () => {
    const { verdicts } = applyAnswers(
      [verdict('a')],
      ran(answer('a', { outcome: 'met' }), answer('a', { outcome: 'undecided', because: 'not shown' })),
      context,
    );
    expect(verdicts[0]).toMatchObject({ outcome: 'undecided', because: 'not shown' });
  });

  test('hide text or repeat a credential', () => {
    const token = ['ghp', '_', 'a1B2'.repeat(9)].join('');
    const { findings } = applyAnswers(
      [verdict('a')],
      ran(answer('a', { because: `it prints ${token}\u202E\u200B` })),
      context,
    );
    expect(findings[0]?.message.what).toBe('it prints [redacted: GitHub token].');
  });
});

test('without a clean result everything stays undecided, with the reason', () => {
  const failed: JudgeResult = { ...ran(answer('a')), state: 'failed', reason: 'it refused to answer' };
  const result = applyAnswers([verdict('a'), verdict('b', 'met')], failed, context);
  expect(result.verdicts[0]).toMatchObject({ outcome: 'undecided', because: 'not judged: it refused to answer' });
  expect(result.verdicts[1]).toEqual(verdict('b', 'met'));
  expect(result.findings).toEqual([]);
});

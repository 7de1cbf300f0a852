import { describe, expect, test } from '@jest/globals';
import { judgeLines } from '../../src/output/judge-line.ts';
import type { JudgeReport } from '../../src/types.ts';

const RAN: JudgeReport = { state: 'ran', model: 'm', inputTokens: 100, outputTokens: 10, unplaced: [] };

describe('what is said of the model', () => {
  test.each<[string, JudgeReport, readonly string[]]>([
    ['nothing where nobody wants one', { ...RAN, state: 'off' }, []],
    [
      'why a wanted one was not asked',
      { ...RAN, state: 'skipped', reason: 'ANTHROPIC_API_KEY is not set' },
      ['No model was asked: ANTHROPIC_API_KEY is not set.'],
    ],
    [
      'what it cost, with what the cache saved and what got lost',
      { ...RAN, cachedTokens: 60, lostTokens: 30 },
      [
        'Open items were judged by m (100 tokens in, 60 of them from its cache, 10 out, about 30 lost with attempts that failed); its remarks never block.',
      ],
    ],
    [
      'that only some items were judged',
      { ...RAN, state: 'partial', reason: 'the service is overloaded (529).' },
      [
        'Some open items were judged by m (100 tokens in, 10 out), others were not: the service is overloaded (529). They stay undecided.',
      ],
    ],
    [
      'what a failure cost',
      { ...RAN, state: 'failed', reason: 'it refused to answer' },
      ['Open items were not judged by m: it refused to answer. They stay undecided. Spent: 100 tokens in, 10 out.'],
    ],
  ])('%s', (_what, report, lines) => {
    expect(judgeLines(report)).toEqual(lines);
  });

  test('every step that was skipped, and every answer that was dropped, by its reason', () => {
    const report: JudgeReport = {
      ...RAN,
      notes: [
        { kind: 'skipped', text: 'the model x was passed over: gone' },
        { kind: 'left-out', text: '"a.py": over the limit of one request' },
      ],
      dropped: [
        { item: 'a', reason: 'it names no failure' },
        { item: 'b', reason: 'it names no failure' },
        { item: 'a', reason: 'it is not in English' },
      ],
    };
    expect(judgeLines(report).slice(1)).toEqual([
      'Skipped by the model: the model x was passed over: gone.',
      'Left out with the model: "a.py": over the limit of one request.',
      '2 answers of the model dropped, on `a`, `b`: it names no failure.',
      '1 answer of the model dropped, on `a`: it is not in English.',
    ]);
  });
});

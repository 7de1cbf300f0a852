import { describe, expect, test } from '@jest/globals';
import { countDebt } from '../../src/output/count-debt.ts';
import { debtReport } from '../../src/output/debt-report.ts';
import { at, finding, hostile } from '../support/sample-review.ts';

const place = { files: 12, unread: 1, accepted: 0 };
const terminal = { color: false, width: 100 };
const debt = countDebt([
  finding({ rule: 'b', location: at('services/pay/api/Dockerfile', 1), severity: 'high', owners: ['@acme/pay'] }),
  finding({ rule: 'a', location: at('services/pay/Dockerfile', 1), severity: 'low', owners: ['@acme/pay', '@ana'] }),
  finding({ rule: 'a', location: at('Dockerfile', 1), severity: 'low' }),
]);

describe('debt', () => {
  test('is counted by rule, by folder and by owner, the worst first', () => {
    const told = (rows: readonly { readonly name: string; readonly findings: number }[]) =>
      rows.map(({ name, findings }) => [name, findings]);

    expect(told(debt.rules)).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(told(debt.folders)).toEqual([
      ['services/pay', 2],
      ['.', 1],
    ]);
    expect(told(debt.owners)).toEqual([
      ['@acme/pay', 2],
      ['@ana', 1],
      ['nobody', 1],
    ]);
  });

  test('is told in words, with what could not be read', () => {
    expect(debtReport(debt, place, 'pretty', terminal)).toMatch(
      /^3 findings \(1 high, 2 low\) in 12 files; 1 place could not be read.*\n\nrule +findings +critical/,
    );
    expect(debtReport(countDebt([]), { files: 1, unread: 0, accepted: 0 }, 'pretty', terminal)).toBe(
      'no debt in 1 file\n',
    );
  });

  test('is told apart from what was accepted', () => {
    const told = { ...place, accepted: 4 };

    expect(debtReport(debt, told, 'pretty', terminal)).toMatch(/^3 findings \(1 high, 2 low\) in 12 files; waived: 4;/);
    expect(JSON.parse(debtReport(debt, told, 'json', terminal))).toMatchObject({ accepted: 4, total: { findings: 3 } });
  });

  test('is told to programs in numbers', () => {
    const json = JSON.parse(debtReport(debt, place, 'json', terminal));

    expect(json).toMatchObject({ version: 1, files: 12, unread: 1, total: { findings: 3 } });
    expect(json.owners[0]).toEqual({
      name: '@acme/pay',
      findings: 2,
      severities: { critical: 0, high: 1, medium: 0, low: 1, info: 0 },
    });
  });

  test('mentions nobody, whatever owners and folders are called', () => {
    const evil = finding({ rule: 'a', location: at(`${hostile}/a`, 1), owners: ['@acme/pay'] });
    const markdown = debtReport(countDebt([evil]), place, 'markdown', terminal);

    expect(markdown).toContain('| `@acme/pay` | 1 |');
    expect(markdown.replaceAll(/`[^`]*`/g, '')).not.toMatch(/@\w|<script/);
  });
});

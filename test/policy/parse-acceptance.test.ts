import { expect, test } from '@jest/globals';
import { parseAcceptance } from '../../src/policy/parse-acceptance.ts';

const NOW = new Date('2026-11-20T23:30:00Z');
const parsed = (text: string) => parseAcceptance(text.split(' '), NOW);

test('a subject, an end in days and a reason', () => {
  expect(parsed('abc until=30d it is known')).toEqual({ subject: 'abc', until: '2026-12-20', reason: 'it is known' });
});

test('the subject may be left to the place, and the end may be a day', () => {
  expect(parsed('until=2027-01-31 known')).toEqual({ until: '2027-01-31', reason: 'known' });
});

test('it may end today and in 180 days', () => {
  expect(parsed('until=2026-11-20 known')).toMatchObject({ until: '2026-11-20' });
  expect(parsed('until=180d known')).toMatchObject({ until: '2027-05-19' });
});

test.each([
  'until=181d',
  'until=0d',
  'until=2026-11-19',
  'until=2027-02-30',
  'until=soon',
  'until=',
  'until=2028-01-01',
])('%s is no end', (word) => expect(parsed(`abc ${word} known`)).toContain('is no end'));

test('without an end, without a reason, or the other way round, it is not understood', () => {
  expect(parsed('abc known')).toContain('an end is missing');
  expect(parsed('abc until=30d')).toContain('a reason is missing');
  expect(parsed('abc known until=30d')).toContain('the end comes before the reason');
});

test('a reason is kept short', () => {
  expect(parsed(`until=1d ${'x'.repeat(5000)}`)).toMatchObject({ reason: 'x'.repeat(300) });
});

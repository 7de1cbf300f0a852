import { expect, test } from '@jest/globals';
import { nearestWord } from '../../src/policy/nearest-word.ts';

test.each([
  ['enforced', 'enforce'],
  ['Enforce', 'enforce'],
  ['obsreve', 'observe'],
  ['advice', 'advise'],
])('%s means %s', (written, meant) => {
  expect(nearestWord(written, ['observe', 'advise', 'enforce'])).toBe(meant);
});

test('a word that resembles nothing means nothing', () => {
  expect(nearestWord('kubernetes', ['observe', 'advise', 'enforce'])).toBeUndefined();
  expect(nearestWord('x', [])).toBeUndefined();
});

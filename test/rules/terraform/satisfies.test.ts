import { expect, test } from '@jest/globals';
import { satisfies } from '../../../src/rules/terraform/versions/satisfies.ts';

test.each([
  ['6.21.3', '~> 6.0', true],
  ['7.0.0', '~> 6.0', false],
  ['6.1.9', '~> 6.1.2', true],
  ['6.2.0', '~> 6.1.2', false],
  ['7.1.0', '~> 6', true],
  ['5.70.0', '>= 5.0, < 6.0, != 5.70.0', false],
  ['5.71.0', '>= 5.0, < 6.0, != 5.70.0', true],
  ['1.2.3', '1.2.3', true],
  ['1.2.4', '= 1.2.3', false],
] as const)('%s meets %s: %s', (version, constraint, expected) => {
  expect(satisfies(version, constraint)).toBe(expected);
});

test('what cannot be read is not decided', () => {
  expect(satisfies('1.2.3-beta1', '~> 1.2')).toBeUndefined();
  expect(satisfies('1.2.3', 'newest')).toBeUndefined();
});

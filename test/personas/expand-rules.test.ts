import { expect, test } from '@jest/globals';
import { expandRules } from '../../src/personas/expand-rules.ts';

const IDS = ['aws-rds-public', 'aws-rds-unencrypted', 'azure-disk-unencrypted', 'unpinned-uses'];

test.each([
  [['unpinned-uses'], ['unpinned-uses'], []],
  [['*-unencrypted'], ['aws-rds-unencrypted', 'azure-disk-unencrypted'], []],
  [['aws-*'], ['aws-rds-public', 'aws-rds-unencrypted'], []],
  [['aws-*-unencrypted', 'aws-rds-*'], ['aws-rds-unencrypted', 'aws-rds-public'], []],
  [['gcp-*', 'nothing'], [], ['gcp-*', 'nothing']],
])('%j stands for %j', (words, rules, unknown) => {
  expect(expandRules(words, IDS)).toEqual({ rules, unknown });
});

test('a pattern leaves what another item took; a name does not', () => {
  const taken = new Set(['aws-rds-public', 'aws-rds-unencrypted']);

  expect(expandRules(['aws-rds-*'], IDS, taken)).toEqual({ rules: [], unknown: [] });
  expect(expandRules(['aws-rds-public'], IDS, taken)).toEqual({ rules: ['aws-rds-public'], unknown: [] });
});

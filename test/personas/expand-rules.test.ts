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

import { expect, test } from '@jest/globals';
import { judgeSecretValue } from '../../src/rules/judge-secret-value.ts';

test.each([
  '',
  'false',
  '4096',
  'changeme',
  '<your token>',
  '${TOKEN}',
  '$(PGPASSWORD)',
  'vault:secret/data/jwt',
  '/run/secrets/db',
  'https://login.example.com/token',
  'orders-credentials',
  'not-used',
  'xxxxxxxx',
])('%j is no secret', (value) => {
  expect(judgeSecretValue(value)).toBe('none');
});

test('a word is a weak secret, what looks generated a strong one', () => {
  expect(judgeSecretValue('postgres')).toBe('weak');
  expect(judgeSecretValue('orchard-2024')).toBe('weak');
  expect(judgeSecretValue('q7Lw0vXk3Zr9TbYc2NfHs8Md')).toBe('strong');
});

import { expect, test } from '@jest/globals';
import { isSecretName } from '../../src/rules/is-secret-name.ts';

test.each([
  'DB_PASSWORD',
  'dbPassword',
  'NPM_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'STRIPE_API_KEY',
  'apiKey',
  'SSH_PRIVATE_KEY',
  'GOOGLE_CREDENTIALS',
  'pgpass_pwd',
  'token',
])('%s names a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each([
  'TOKENIZERS_PARALLELISM',
  'MAX_TOKENS',
  'TOKEN_URL',
  'TOKEN_TTL',
  'SECRET_NAME',
  'DB_PASSWORD_FILE',
  'AWS_ACCESS_KEY_ID',
  'NEXT_PUBLIC_API_KEY',
  'SCCACHE_S3_NO_CREDENTIALS',
  'GPG_KEY',
  'PWD',
  'OLDPWD',
  'COMPASS',
  'KEYBOARD',
])('%s only looks like it', (name) => {
  expect(isSecretName(name)).toBe(false);
});

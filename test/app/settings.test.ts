import { expect, test } from '@jest/globals';
import { readSettings } from '../../src/app/settings.ts';

const PEM = '-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----';
const COMPLETE = { APP_ID: '12', PRIVATE_KEY: PEM, WEBHOOK_SECRET: 's3cret' };

function settings(env: Readonly<Record<string, string>>) {
  const result = readSettings(env);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.settings;
}

test('three values are enough, the rest has defaults', () => {
  expect(settings(COMPLETE)).toMatchObject({ appId: 12, port: 3000, apiUrl: 'https://api.github.com', throttle: true });
});

test('each missing value is named, with the place to find it', () => {
  const result = readSettings({ APP_ID: 'Iv1.abc', PRIVATE_KEY: 'not a key' });
  expect(result).toMatchObject({
    ok: false,
    problems: [
      expect.stringContaining('APP_ID is not a number'),
      expect.stringContaining('PRIVATE_KEY'),
      expect.stringContaining('WEBHOOK_SECRET'),
    ],
  });
});

test('no problem repeats a secret', () => {
  const result = readSettings({
    PRIVATE_KEY: 'hush',
    WEBHOOK_SECRET: 's3cret',
    DATABASE_URL: 'mysql://me:psst@host/db',
  });
  expect(result).toMatchObject({ ok: false });
  expect(JSON.stringify(result)).not.toMatch(/hush|s3cret|psst/);
});

test('the queue is in memory unless an address of a PostgreSQL is given', () => {
  expect(settings(COMPLETE).databaseUrl).toBeUndefined();
  expect(settings({ ...COMPLETE, DATABASE_URL: '' }).databaseUrl).toBeUndefined();
  const DATABASE_URL = 'postgres://me:psst@host/db';
  expect(settings({ ...COMPLETE, DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
  expect(readSettings({ ...COMPLETE, DATABASE_URL: 'host/db' })).toMatchObject({
    ok: false,
    problems: [expect.stringContaining('DATABASE_URL is no address')],
  });
});

test('the key may come on one line or in base64', () => {
  expect(settings({ ...COMPLETE, PRIVATE_KEY: PEM.replaceAll('\n', '\\n') }).privateKey).toBe(PEM);
  expect(settings({ ...COMPLETE, PRIVATE_KEY: Buffer.from(PEM).toString('base64') }).privateKey).toBe(PEM);
});

test('GitHub Enterprise Server is a base URL', () => {
  const { apiUrl } = settings({ ...COMPLETE, GITHUB_API_URL: 'https://git.example.org/api/v3/' });
  expect(apiUrl).toBe('https://git.example.org/api/v3');
});

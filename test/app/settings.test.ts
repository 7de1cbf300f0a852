import { expect, test } from '@jest/globals';
import { readSettings } from '../../src/app/settings.ts';

const PEM = '-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----';
const COMPLETE = { APP_ID: '12', PRIVATE_KEY: PEM, WEBHOOK_SECRET: 's3cret' };

function settings(env: Readonly<Record<string, string>>) {
  const result = readSettings(env);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.settings;
}

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
  const result = readSettings({ ...COMPLETE, ...env });
  return result.ok ? [] : result.problems;
}

test('three values are enough, the rest has defaults', () => {
  expect(settings(COMPLETE)).toMatchObject({ appId: 12, port: 3000, apiUrl: 'https://api.github.com', throttle: true });
});

test('a variable that is set to nothing counts as not set', () => {
  expect(settings({ ...COMPLETE, PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
});

test('each missing value is named, with the place to find it', () => {
  const result = readSettings({ APP_ID: 'Iv1.abc', PRIVATE_KEY: 'not a key' });
  expect(result).toMatchObject({
    ok: false,
    problems: [
      expect.stringMatching(/^APP_ID `Iv1.abc` is not a whole number.*settings page/),
      expect.stringMatching(/^PRIVATE_KEY is not a PEM text.*settings page/),
      expect.stringMatching(/^WEBHOOK_SECRET is not set.*settings page/),
    ],
  });
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PIPEWRIGHT_CONCURRENCY', '0'],
  ['PIPEWRIGHT_CONCURRENCY', '1.5'],
  ['PIPEWRIGHT_QUEUE', '0'],
  ['PIPEWRIGHT_REVIEW_SECONDS', '45s'],
  ['PIPEWRIGHT_RECONCILE', 'no'],
  ['PIPEWRIGHT_SETUP', 'yes please'],
  ['GITHUB_THROTTLE', 'of'],
  ['WEBHOOK_PATH', 'hooks'],
  ['LOG_LEVEL', 'verbose'],
  ['LOG_FORMAT', 'xml'],
  ['ANTHROPIC_BASE_URL', 'api.anthropic.com'],
])('%s=%s is refused by name, and it says what to set', (name, value) => {
  const [problem, ...others] = problemsOf({ [name]: value });
  expect(others).toEqual([]);
  expect(problem).toMatch(new RegExp(`^${name} .*${value}.* is not .*\\. .*\\. .*Set `));
});

test.each([
  ['https://api.github.com', 'https://api.github.com'],
  ['https://api.github.com/', 'https://api.github.com'],
  ['https://git.example.org/api/v3/', 'https://git.example.org/api/v3'],
  ['https://git.example.org:8443/api/v3', 'https://git.example.org:8443/api/v3'],
  ['https://api.octocorp.ghe.com', 'https://api.octocorp.ghe.com'],
  ['http://127.0.0.1:4567', 'http://127.0.0.1:4567'],
])('%s is a GitHub API', (given, taken) => {
  expect(settings({ ...COMPLETE, GITHUB_API_URL: given }).apiUrl).toBe(taken);
});

test.each([
  'api.github.com',
  'https://github.com',
  'https://api.github.com/repos',
  'https://git.example.org',
  'https://git.example.org/api/v4',
  'https://git.example.org/api/v3/repos',
  'https://octocorp.ghe.com',
  'https://api.octocorp.ghe.com/api/v3',
  'https://api.github.com?page=1',
  'ftp://api.github.com',
])('%s is no GitHub API, and it says which forms there are', (given) => {
  expect(problemsOf({ GITHUB_API_URL: given })).toEqual([expect.stringContaining('https://HOST/api/v3')]);
});

test('a misspelt variable of ours is refused with the one that was meant', () => {
  expect(problemsOf({ PIPEWRIGHT_CONCURENCY: '4' })).toEqual([
    expect.stringMatching(/PIPEWRIGHT_CONCURENCY is not known.*Did you mean PIPEWRIGHT_CONCURRENCY\?/),
  ]);
});

test('what Kubernetes writes for a service called pipewright is not a misspelt variable', () => {
  expect(
    problemsOf({
      PIPEWRIGHT_SERVICE_HOST: '10.0.0.1',
      PIPEWRIGHT_SERVICE_PORT: '80',
      PIPEWRIGHT_SERVICE_PORT_HTTP: '80',
      PIPEWRIGHT_PORT: 'tcp://10.0.0.1:80',
      PIPEWRIGHT_PORT_80_TCP_ADDR: '10.0.0.1',
      PIPEWRIGHT_APP_SERVICE_HOST: '10.0.0.1',
    }),
  ).toEqual([]);
});

test('an address of a database is refused without being repeated', () => {
  expect(problemsOf({ DATABASE_URL: 'mysql://u:hush@db/x' })).toEqual([expect.stringMatching(/^DATABASE_URL is not/)]);
});

test('no problem repeats a secret', () => {
  const result = readSettings({
    PRIVATE_KEY: 'hush',
    WEBHOOK_SECRET: 's3cret',
    DATABASE_URL: 'hush',
    GITHUB_API_URL: 'https://me:hush@api.github.com',
    ANTHROPIC_BASE_URL: 'me:hush@proxy',
  });
  expect(JSON.stringify(result)).toContain('GITHUB_API_URL');
  expect(JSON.stringify(result)).not.toMatch(/hush|s3cret/);
});

test('the queue is in memory unless an address of a PostgreSQL is given', () => {
  expect(settings(COMPLETE).databaseUrl).toBeUndefined();
  const DATABASE_URL = 'postgres://me:psst@host/db';
  expect(settings({ ...COMPLETE, DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
});

test('the key may come on one line or in base64', () => {
  expect(settings({ ...COMPLETE, PRIVATE_KEY: PEM.replaceAll('\n', '\\n') }).privateKey).toBe(PEM);
  expect(settings({ ...COMPLETE, PRIVATE_KEY: Buffer.from(PEM).toString('base64') }).privateKey).toBe(PEM);
});

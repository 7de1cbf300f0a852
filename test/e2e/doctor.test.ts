import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fakeClaude } from '../support/fake-claude.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { runProgram } from '../support/run-program.ts';

const PIPEWRIGHT = fileURLToPath(new URL('../../bin/pipewright.js', import.meta.url));
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

let github: FakeGitHub;
let closing: (() => Promise<void>)[] = [];

beforeEach(async () => {
  github = await startFakeGitHub();
});

afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
  await github.close();
  expect(github.violations).toEqual([]);
});

async function doctor(more: Readonly<Record<string, string>> = {}) {
  const env = { APP_ID: '4711', PRIVATE_KEY: PEM, WEBHOOK_SECRET: 'hush', GITHUB_API_URL: github.url, ...more };
  return await runProgram(process.execPath, [PIPEWRIGHT, 'doctor'], { cwd: tmpdir(), env });
}

test('an App in order has a line for everything, and exit code 0', async () => {
  const { code, out } = await doctor();
  expect(out).toMatch(/^ok +Node /m);
  for (const what of [
    'settings',
    'GitHub',
    'clock',
    'key',
    'permissions',
    'events',
    'webhook',
    'deliveries',
    'installed',
    'rate limit',
    'database',
    'model',
  ]) {
    expect(out).toMatch(new RegExp(`^ok +${what} `, 'm'));
  }
  expect(out).toContain('optional: without `workflows: write`');
  expect(out).not.toMatch(/^(warning|failed)/m);
  expect(code).toBe(0);
});

test('without the variables of an App nothing is asked of GitHub', async () => {
  const { code, out } = await runProgram(process.execPath, [PIPEWRIGHT, 'doctor'], { cwd: tmpdir() });
  expect(code).toBe(0);
  expect(out).not.toContain('The App');
  expect(github.requests).toEqual([]);
});

test('missing permissions and events are named, with what does not work without them', async () => {
  github.state.granted = { metadata: 'read', contents: 'read', pull_requests: 'read', checks: 'write' };
  github.state.events = ['pull_request', 'check_run', 'check_suite', 'merge_group'];
  const { code, out } = await doctor();
  expect(out).toMatch(/^failed +permissions +`pull_requests: write` is missing: no review .*Grant it/m);
  expect(out).toMatch(/^warning +permissions +`merge_queues: read` is missing: a merge queue waits/m);
  expect(out).toMatch(/^warning +events +`issue_comment` is missing: commands .*Subscribe/m);
  expect(code).toBe(1);
});

test('a webhook that cannot arrive, or not safely, is told', async () => {
  const delivery = { event: 'push', payload: {}, redelivery: false, deliveredAt: new Date().toISOString() };
  github.state.deliveries.push(
    { ...delivery, id: 1, guid: 'a', statusCode: 400 },
    { ...delivery, id: 2, guid: 'b', statusCode: 200 },
  );
  github.state.hook = { url: 'http://pipewright.example/hooks', content_type: 'form', insecure_ssl: '1', secret: '' };
  const { code, out } = await doctor();
  expect(out).toMatch(/^failed +webhook +the content type is not JSON/m);
  expect(out).toMatch(/^failed +webhook +no secret is set/m);
  expect(out).toMatch(/^failed +webhook +certificates are not verified/m);
  expect(out).toMatch(/^warning +webhook .*not encrypted/m);
  expect(out).toMatch(/^warning +webhook .*path \/hooks, the App listens at \/api\/github\/webhooks/m);
  expect(out).toMatch(/^warning +deliveries +1 of 2 in the last day failed \(400\).*WEBHOOK_SECRET differs/m);
  expect(code).toBe(1);
});

describe('what is wrong outside is told with what to do:', () => {
  test('a key that GitHub does not take', async () => {
    github.fail({ route: 'GET /app', status: 401 });
    const { code, out } = await doctor();
    expect(out).toMatch(/^failed +key +GitHub answered 401\. APP_ID and PRIVATE_KEY do not belong together/m);
    expect(code).toBe(1);
  });

  test('a key that is none', async () => {
    const { code, out } = await doctor({ PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----' });
    expect(out).toMatch(/^failed +key +PRIVATE_KEY cannot sign/m);
    expect(code).toBe(1);
  });

  test('a GitHub that is not there', async () => {
    const { code, out } = await doctor({ GITHUB_API_URL: 'http://127.0.0.1:4' });
    expect(out).toMatch(
      /^failed +GitHub +http:\/\/127\.0\.0\.1:4 is not reached: ECONNREFUSED\. Check GITHUB_API_URL/m,
    );
    expect(code).toBe(1);
  });

  test('settings that cannot be read', async () => {
    const { code, out } = await doctor({ PORT: 'abc' });
    expect(out).toMatch(/^failed +settings +PORT `abc` is not a whole number/m);
    expect(code).toBe(1);
  });

  test('a database that is not there, without its password', async () => {
    const { code, out, err } = await doctor({ DATABASE_URL: 'postgres://me:topsecret@127.0.0.1:1/queue' });
    expect(out).toMatch(/^failed +database +ECONNREFUSED\./m);
    expect(out + err).not.toContain('topsecret');
    expect(code).toBe(1);
  });

  test('an App that is installed nowhere', async () => {
    github.fail({ route: 'GET /app/installations', status: 200, body: [] });
    const { code, out } = await doctor();
    expect(out).toMatch(/^warning +installed +nowhere/m);
    expect(code).toBe(0);
  });
});

test('the key for a model is tried by listing models, and neither asked nor printed', async () => {
  const claude = await fakeClaude([], ['claude-sonnet-5-5', 'claude-haiku-5-5']);
  closing.push(claude.close);
  const good = await doctor({ ANTHROPIC_API_KEY: 'good-key', ANTHROPIC_BASE_URL: claude.url });
  const wrong = await doctor({ ANTHROPIC_API_KEY: 'wrong', ANTHROPIC_BASE_URL: claude.url });
  expect(good.out).toMatch(/^ok +model +a gateway: the key is taken; there are 2 models/m);
  expect(wrong.out).toMatch(/^failed +model +the credentials were not accepted \(401\)/m);
  expect(wrong.code).toBe(1);
  expect(claude.questions()).toEqual([]);
});

test('no secret is printed', async () => {
  const { out, err } = await doctor({ ANTHROPIC_API_KEY: 'anthropic-key', ANTHROPIC_BASE_URL: 'http://127.0.0.1:4' });
  expect(out + err).not.toMatch(/hush|anthropic-key|PRIVATE KEY|ghs_/);
});

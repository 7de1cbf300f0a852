import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { freePort } from '../support/free-port.ts';
import { spawnApp, until } from '../support/start-app.ts';

let github: FakeGitHub;
let app: ReturnType<typeof spawnApp>;
let url: string;

beforeEach(async () => {
  github = await startFakeGitHub();
});

afterEach(async () => {
  app.process.kill();
  await github.close();
  expect(github.violations).toEqual([]);
});

/** Starts a server that is no App yet; answers the address that its log shows. */
async function start(env: Readonly<Record<string, string>> = {}): Promise<string> {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const settings = {
    PIPEWRIGHT_SETUP: 'on',
    GITHUB_API_URL: github.url,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_FORMAT: 'json',
  };
  app = spawnApp({ ...settings, ...env });
  await until(
    () => app.log().includes('/setup?token='),
    () => app.log(),
  );
  return `${url}${JSON.parse(app.log().trim().split('\n').at(-1) ?? '').open}`;
}

async function get(address: string) {
  const answer = await fetch(address);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function post(address: string, form: Readonly<Record<string, string>>) {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(form) });
  const text = (await answer.text()).replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return { status: answer.status, text, state: /state=([\w-]+)/.exec(text)?.[1] ?? '' };
}

const HERE = { address: 'https://pipewright.example', organisation: '' };

test('from the address in the log to the variables to set, which are shown once and kept nowhere', async () => {
  const address = await start();
  const asked = await get(address);
  expect(asked.status).toBe(200);
  expect(Object.fromEntries(asked.headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });

  const { text, state } = await post(address, { ...HERE, organisation: 'acme' });
  expect(text).toContain(`action="${github.url}/organizations/acme/settings/apps/new?state=${state}"`);
  const manifest = JSON.parse(/name="manifest" value="(.*?)">/.exec(text)?.[1] ?? '');
  expect(manifest).toMatchObject({
    hook_attributes: { url: 'https://pipewright.example/api/github/webhooks' },
    redirect_url: 'https://pipewright.example/setup/callback',
    default_permissions: { checks: 'write', contents: 'read' },
    public: false,
  });

  github.state.codes.add('code-1');
  const done = await get(`${url}/setup/callback?code=code-1&state=${state}`);
  expect(done.status).toBe(200);
  expect(done.text).toContain('APP_ID=4711\n');
  expect(done.text).toContain('WEBHOOK_SECRET=webhook-secret-of-the-fake\n');
  const key = /PRIVATE_KEY=(\S+)/.exec(done.text)?.[1] ?? '';
  expect(Buffer.from(key, 'base64').toString()).toContain('key-of-the-fake');

  expect(app.log()).not.toMatch(/of-the-fake|code-1/);
  // Everything is over: the page, the state and the token.
  expect((await get(`${url}/setup/callback?code=code-1&state=${state}`)).status).toBe(403);
  expect((await get(address)).status).toBe(403);
});

test('nobody comes in without the token, and nobody comes back without a state of ours', async () => {
  const address = await start();
  const { state } = await post(address, HERE);
  for (const [method, path] of [
    ['GET', '/setup'],
    ['GET', '/setup?token='],
    ['GET', '/setup?token=guessed'],
    ['POST', '/setup?token=guessed'],
    ['GET', '/setup/callback?code=code-1'],
    ['GET', '/setup/callback?code=code-1&state=guessed'],
    ['GET', `/setup/callback?code=..%2F..%2Fapp&state=${state}`],
  ] as const) {
    expect([path, (await fetch(`${url}${path}`, { method })).status]).toEqual([path, 403]);
  }
  expect(github.requests).toEqual([]);
  expect((await get(`${url}/healthz`)).status).toBe(200);
  expect((await get(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/api/github/webhooks`, { method: 'POST' })).status).toBe(404);
});

test('a code that GitHub does not know is told, and the address works once more', async () => {
  const address = await start();
  const first = await post(address, HERE);
  const failed = await get(`${url}/setup/callback?code=unknown&state=${first.state}`);
  expect(failed.status).toBe(502);
  expect(failed.text).toContain('answer 404');
  expect((await get(address)).status).toBe(200);
});

test.each([
  [{ address: 'pipewright.example', organisation: '' }],
  [{ address: 'javascript:alert(1)', organisation: '' }],
  [{ address: 'https://pipewright.example/path', organisation: '' }],
  [{ address: 'https://pipewright.example', organisation: 'acme/../../evil' }],
])('%j is refused', async (form) => {
  expect((await post(await start(), form)).status).toBe(400);
});

test.each([
  [{}, 'nobody asked for it'],
  [{ PIPEWRIGHT_SETUP: 'off' }, 'it is off'],
  [{ PIPEWRIGHT_SETUP: 'on', APP_ID: '4711' }, 'there is an App'],
])('%j: the page is not served, because %s', async (env: object, _why: string) => {
  app = spawnApp(env as Readonly<Record<string, string>>);
  const code = await new Promise((resolve) => app.process.once('exit', resolve));
  expect(code).toBe(2);
  expect(app.log()).toContain('Pipewright cannot start');
  expect(app.log()).not.toContain('/setup?token=');
});

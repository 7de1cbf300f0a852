import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type ConnectProxy, connectProxy } from '../support/connect-proxy.ts';
import { driver } from '../support/fake-github/driver.ts';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { startApp, until } from '../support/start-app.ts';

let github: FakeGitHub;
let proxy: ConnectProxy;

beforeEach(async () => {
  github = await startFakeGitHub();
  github.state.git.commit('main', { 'README.md': '# Churn\n' });
  proxy = await connectProxy();
});

afterEach(async () => {
  await proxy.close();
  await github.close();
  expect(github.violations).toEqual([]);
});

/** Reviews one pull request; answers what the App wrote. */
async function reviewOne(apiUrl: string, env: Readonly<Record<string, string>>): Promise<string> {
  const app = await startApp(apiUrl, { PIPEWRIGHT_RECONCILE: 'off', ...env });
  await driver(github, app.hook).open({ 'README.md': '# Churn model\n' });
  await until(
    () => github.state.checkRuns.length === 3 && github.state.checkRuns.every(({ conclusion }) => conclusion !== null),
    () => `Not concluded:\n${app.log()}`,
  );
  expect(await app.stop()).toBe(0);
  return app.log();
}

test('every request of the App goes through the proxy that the environment names', async () => {
  // A name that only the proxy can find.
  const { port } = new URL(github.url);
  const log = await reviewOne(`http://github.invalid:${port}`, { HTTP_PROXY: proxy.url });
  expect(new Set(proxy.tunnels)).toEqual(new Set([`github.invalid:${port} Basic ${btoa('me:pass')}`]));
  expect(log).not.toContain('pass');
});

test('NO_PROXY leads around it', async () => {
  await reviewOne(github.url, { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' });
  expect(proxy.tunnels).toEqual([]);
});

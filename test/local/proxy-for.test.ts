import { expect, test } from '@jest/globals';
import { proxyFor } from '../../src/local/proxy-for.ts';

const BOTH = { HTTPS_PROXY: 'http://proxy:3128', HTTP_PROXY: 'http://plain:3128' };

function proxy(url: string, env: Readonly<Record<string, string>>) {
  return proxyFor(new URL(url), env);
}

test('the scheme of the address chooses the proxy', () => {
  expect(proxy('https://api.github.com', BOTH)).toBe('http://proxy:3128');
  expect(proxy('http://git.example.org', BOTH)).toBe('http://plain:3128');
  expect(proxy('https://api.github.com', { HTTP_PROXY: 'http://plain:3128' })).toBeUndefined();
});

test('small letters count more, nothing counts as not set, and a scheme may be missing', () => {
  expect(proxy('https://api.github.com', { ...BOTH, https_proxy: 'other:8080' })).toBe('http://other:8080');
  expect(proxy('https://api.github.com', { HTTPS_PROXY: '' })).toBeUndefined();
});

test.each([
  ['git.example.org', true],
  ['GIT.example.org', true],
  ['.example.org', true],
  ['*.example.org', true],
  ['example.org', true],
  ['other.net, example.org', true],
  ['other.net example.org', true],
  ['*', true],
  ['git.example.org:8443', true],
  ['git.example.org:443', false],
  ['ample.org', false],
  ['api.github.com', false],
  ['', false],
])('NO_PROXY=%s lets git.example.org:8443 be reached directly: %p', (exceptions, direct) => {
  const chosen = proxy('https://git.example.org:8443/api/v3', { ...BOTH, NO_PROXY: exceptions });
  expect(chosen === undefined).toBe(direct);
});

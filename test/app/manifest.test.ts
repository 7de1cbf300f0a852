import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { MANIFEST, manifestRights } from '../../src/app/manifest.ts';
import { webOrigin } from '../../src/app/setup/web-origin.ts';

test('app.yml and the manifest of the set-up page are the same', () => {
  const { permissions, events } = manifestRights();
  const file = load(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8'));
  expect(file).toEqual({ ...MANIFEST, default_permissions: permissions, default_events: events });
});

test.each([
  ['https://api.github.com', 'https://github.com'],
  ['https://git.example.org/api/v3', 'https://git.example.org'],
  ['https://api.octocorp.ghe.com', 'https://octocorp.ghe.com'],
  ['http://127.0.0.1:4567', 'http://127.0.0.1:4567'],
])('people see %s at %s', (apiUrl, expected) => expect(webOrigin(apiUrl)).toBe(expected));

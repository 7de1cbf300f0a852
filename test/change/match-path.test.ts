import { expect, test } from '@jest/globals';
import { matchPath } from '../../src/change/match-path.ts';

test.each([
  ['README.md', 'README.md'],
  ['*.md', 'README.md'],
  ['docs/*.md', 'docs/index.md'],
  ['docs/**', 'docs/a/b.md'],
  ['docs/', 'docs/a/b.md'],
  ['**/*.ipynb', 'explore.ipynb'],
  ['**/*.ipynb', 'a/b/explore.ipynb'],
  ['**/test/**', 'a/test/b/c.yml'],
  ['a/**/z.yml', 'a/z.yml'],
  ['a/**/z.yml', 'a/b/c/z.yml'],
  ['k8s/?.yaml', 'k8s/a.yaml'],
  ['./vendor/**', 'vendor/x.tf'],
  ['/vendor/**', 'vendor/x.tf'],
  ['*-dev*.tf*', 'network-dev-eu.tfvars'],
  ['**', 'anything/at/all'],
  ['[a].yml', '[a].yml'],
])('%s takes in %s', (glob, path) => {
  expect(matchPath(glob, path)).toBe(true);
});

test.each([
  ['*.md', 'docs/index.md'],
  ['docs/*.md', 'docs/a/b.md'],
  ['docs', 'docs/a.md'],
  ['docs/', 'documents/a.md'],
  ['**/*.ipynb', 'explore.py'],
  ['k8s/?.yaml', 'k8s/ab.yaml'],
  ['a/**/z.yml', 'b/z.yml'],
  ['Dockerfile', 'dockerfile'],
  ['', 'a'],
  ['a.yml', 'aXyml'],
])('%s leaves out %s', (glob, path) => {
  expect(matchPath(glob, path)).toBe(false);
});

test('a glob made to be slow is answered all the same', () => {
  expect(matchPath('*a*a*a*a*a*a*a*a*a*a*b', 'a'.repeat(2000))).toBe(false);
  expect(matchPath(`${'**/'.repeat(40)}x`, `${'a/'.repeat(500)}y`)).toBe(false);
});

import { expect, test } from '@jest/globals';
import { compileGlob } from '../../../src/rules/workflow/globs/compile-glob.ts';

test.each([
  ['*', 'README.md', true],
  ['*', 'docs/README.md', false],
  ['**', 'docs/a/README.md', true],
  ['*.js', 'app.js', true],
  ['*.js', 'src/app.js', false],
  ['**.js', 'src/js/app.js', true],
  ['*.jsx?', 'page.jsx', true],
  ['*.jsx?', 'page.js', true],
  ['docs/*', 'docs/README.md', true],
  ['docs/*', 'docs/a/README.md', false],
  ['docs/**/*.md', 'docs/README.md', true],
  ['docs/**/*.md', 'docs/a/b/README.md', true],
  ['**/docs/**', 'docs/hello.md', true],
  ['**/docs/**', 'dir/docs/file.txt', true],
  ['**/docs/**', 'dir/docsx/file.txt', false],
  ['**/*src/**', 'my-src/code/app.js', true],
  ['**/migrate-*.sql', 'migrate-10909.sql', true],
  ['v[12].[0-9]+', 'v1.10', true],
  ['v[12].[0-9]+', 'v3.1', false],
  ['a\\*', 'a*', true],
  ['a\\*', 'ab', false],
])('%s and %s', (pattern, path, matches) => {
  expect(compileGlob(pattern)(path)).toBe(matches);
});

test('a pattern made to be slow is as fast as others', () => {
  expect(compileGlob('*a'.repeat(150))(`${'a'.repeat(2000)}b`)).toBe(false);
  expect(compileGlob('a?'.repeat(150))('a'.repeat(2000))).toBe(false);
});

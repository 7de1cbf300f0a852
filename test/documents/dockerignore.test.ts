import { expect, test } from '@jest/globals';
import { kindOfPath } from '../../src/change/kind-of-path.ts';
import { ignoredBy, parseDockerignore } from '../../src/documents/dockerignore.ts';

const parse = (source: string) => parseDockerignore('.dockerignore', 'head', source);
const isOut = (source: string, path: string) => ignoredBy(parse(source).view, path) !== undefined;

test.each(['.dockerignore', 'api/.dockerignore', 'Dockerfile.dockerignore', 'docker/prod.Dockerfile.dockerignore'])(
  '%s is a list, and no Dockerfile',
  (path) => expect(kindOfPath(path)).toBe('dockerignore'),
);

test('lines are patterns, with their places, but for comments and empty ones', () => {
  const source = '\uFEFF# what stays out\r\n\r\n  /docs/ \r\n!docs/README.md\r\n.\n';
  const { view, comments } = parse(source.slice(1));

  expect(
    view.patterns.map(({ glob, negated, range }) => [glob, negated, source.slice(1).slice(range.start, range.end)]),
  ).toEqual([
    ['docs', false, '/docs/'],
    ['docs/README.md', true, '!docs/README.md'],
  ]);
  expect(comments.map(({ text }) => text)).toEqual(['what stays out']);
});

test.each([
  ['.git', '.git/config', true],
  ['.git', 'sub/.git/config', false],
  ['**/.git', 'sub/.git/config', true],
  ['*.pem', 'a.pem', true],
  ['*.pem', 'keys/a.pem', false],
  ['*/*.pem', 'keys/a.pem', true],
  ['dist\n!dist/app.js', 'dist/app.js', false],
  ['dist\n!dist/app.js', 'dist/b.js', true],
  ['!dist\ndist', 'dist', true],
  ['*\n!src', 'src/a.js', false],
  ['*\n!src', 'package.json', true],
  ['./build/', 'build', true],
])('%j and %s: left out is %s', (source, path, out) => {
  expect(isOut(source, path)).toBe(out);
});

test('a list made to be slow is cut, and says so', () => {
  const { view, problems } = parse(`${'**/**/*a*'.repeat(20)}\n`.repeat(3000));

  expect(view.patterns).toHaveLength(2000);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('Only the first 2000 patterns')]);
});

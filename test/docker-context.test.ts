import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/* No engine builds the image where the tests run; what it copies has to be in its context all the same. */

test('.dockerignore lets in what the Dockerfile copies', () => {
  const copied = linesOf('Dockerfile')
    .filter((line) => /^COPY (?!--from=)/.test(line))
    .flatMap((line) => line.split(/\s+/).slice(1, -1));
  const letIn = linesOf('.dockerignore').flatMap((line) => (line.startsWith('!') ? line.slice(1) : []));

  expect(copied).toContain('package.json');
  expect(copied.filter((path) => !letIn.includes(path))).toEqual([]);
});

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n');
}

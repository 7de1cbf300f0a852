import { expect, test } from '@jest/globals';
import { parseWorkflow } from '../../../src/documents/workflow.ts';
import { lintNeeds } from '../../../src/rules/workflow/shell-lint/remarks-of.ts';

const workflow = (...scripts: readonly string[]) =>
  parseWorkflow(
    '.github/workflows/ci.yml',
    'head',
    `on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n${scripts.map((script) => `      - run: ${script}\n`).join('')}`,
  );

test('only scripts that the change touches are asked about', () => {
  const needs = [...lintNeeds(workflow('make', 'make test', 'make all'), workflow('make all', 'make'))];

  expect(needs).toEqual([{ fact: 'shell-lint', shell: 'bash', script: 'make test' }]);
});

test('an expression of GitHub is a word of the same length, so that places stay', () => {
  const [need] = lintNeeds(workflow('echo ${{ github.sha }} done'));

  expect(need).toEqual({ fact: 'shell-lint', shell: 'bash', script: 'echo _________________ done' });
});

import { describe, expect, test } from '@jest/globals';
import { parseWorkflow } from '../../../src/documents/workflow.ts';
import { runsFolder } from '../../../src/rules/workflow/checkout/runs-fetched-code.ts';

function runs(script: string): boolean {
  const source = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |\n          ${script}\n`;
  const [step] = parseWorkflow('.github/workflows/a.yml', 'head', source).view.jobs[0]?.steps ?? [];
  if (!step) throw new Error('The workflow has no step.');
  return runsFolder(step, 'pull');
}

describe('what lies in a folder is run', () => {
  test.each([
    'bash pull/build.sh',
    'sudo -E bash -x pull/build.sh',
    './pull/build.sh --fast',
    'python -m pytest pull/tests',
    'MODE=ci python3 pull/setup.py build',
    'make -C pull',
    'npm --prefix pull ci',
    './gradlew -p pull build',
    './venv/bin/python pull/setup.py',
    'cd pull && make',
    'echo start; ruby pull/run.rb',
  ])('%s', (script) => expect(runs(script)).toBe(true));
});

describe('what lies in a folder is data for a program from elsewhere', () => {
  test.each([
    'node scripts/comment.js pull/size.json',
    'python3 tools/read.py --input=pull/size.json',
    './scripts/check.sh pull/size.json',
    'bash scripts/check.sh < pull/size.json',
    'cat pull/size.json',
    'make test; cat pull/size.json',
  ])('%s', (script) => expect(runs(script)).toBe(false));
});

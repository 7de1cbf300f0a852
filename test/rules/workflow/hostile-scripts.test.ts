import { expect, test } from '@jest/globals';
import { check } from '../../../src/check/check.ts';
import { parseJavaScript } from '../../../src/documents/javascript.ts';
import { rules } from '../../../src/rules/index.ts';
import { projectOf } from '../../support/project-of.ts';

const RULES =
  /^(template|command|argument|env-file|path-file)-injection$|^output-clobbering$|^artifact-poisoning$|^module-not/;

const NAMES = Array.from({ length: 300 }, (_, i) => `const a${i + 1} = a${i} + a${i};`).join(' ');

test.each([
  ['calls in calls', `${'a(core.setOutput(b, '.repeat(90)}c${'))'.repeat(90)};`.repeat(40)],
  ['many calls of what is looked up', `const a0 = exec; ${NAMES} ${'a300(core.setOutput(a300, a300));'.repeat(2000)}`],
  ['many commands', `const a0 = context.payload.issue.title; ${NAMES} ${'exec.exec(`git ${a300}`);'.repeat(3000)}`],
  ['many returns', `const a0 = context.payload.issue.title; ${NAMES} ${'return a300;'.repeat(5000)}`],
  ['functions in functions', `return ${'[a].map(a => '.repeat(190)}a${')'.repeat(190)};`.repeat(20)],
  ['many checks', '/^a$/.test(a.b.c.d);'.repeat(4000)],
])('%s do not keep a review busy', async (_, script) => {
  expect(parseJavaScript(script).problem).toBeUndefined();
  const source = [
    'on: issue_comment',
    'jobs:',
    '  a:',
    '    runs-on: ubuntu-24.04',
    '    steps:',
    '      - id: b',
    '        uses: actions/github-script@v8',
    '        with:',
    '          script: |',
    `            ${script}`,
    '      - run: echo ${{ steps.b.outputs.result }} ${{ fromJSON(steps.b.outputs.c).d }} ${{ env.E }}',
    '',
  ].join('\n');
  const project = await projectOf({}, { '.github/workflows/a.yml': source });
  const started = process.cpuUsage();

  check(
    project,
    rules.filter(({ id }) => RULES.test(id)),
  );

  expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
});

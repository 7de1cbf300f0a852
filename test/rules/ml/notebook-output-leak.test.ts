import { expect, test } from '@jest/globals';
import { check } from '../../../src/check/check.ts';
import { notebookOutputLeak } from '../../../src/rules/ml/notebook-output-leak.ts';
import type { Rule } from '../../../src/types.ts';
import { projectOf } from '../../support/project-of.ts';

test('nothing of a finding repeats the secret', async () => {
  const secret = 'ghp_Pe4rTr33sGr0wSl0wlyInTh3Or7hardByN1gh';
  const notebook = JSON.stringify({
    cells: [
      {
        cell_type: 'code',
        execution_count: 1,
        metadata: {},
        outputs: [{ output_type: 'stream', name: 'stdout', text: [`token ${secret}\n`] }],
        source: ['print(token)'],
      },
    ],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  });

  const { findings } = check(await projectOf({}, { 'a.ipynb': notebook }), [notebookOutputLeak as Rule]);

  expect(findings).toHaveLength(1);
  expect(JSON.stringify(findings)).not.toContain(secret.slice(4, 12));
});

import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { mismatchProblem } from './schema/mismatch-problem.ts';
import { validateWorkflow } from './schema/validate-workflow.ts';

export const workflowSyntax: Rule<WorkflowDocument> = {
  id: 'workflow-syntax',
  kinds: ['workflow'],
  title: 'GitHub does not accept the workflow',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    actionlint: ['syntax-check', 'id', 'glob', 'runner-label'],
    languageservices: ['unexpected-key-or-value', 'schema', 'missing-required', 'duplicate-key', 'id-format'],
    'action-validator': ['schema'],
    codeql: ['actions/syntax-error'],
    sisakulint: ['syntax', 'id'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    let wrong = 0;
    for (const mismatch of validateWorkflow(document)) {
      wrong += 1;
      yield mismatchProblem(mismatch, WHY);
    }
    const [first] = document.view.root.entries;
    if (wrong === 0 && first) {
      yield {
        proof: `${document.view.jobs.length} jobs and their steps have the shape that GitHub asks for`,
        range: first.key.range,
      };
    }
  },
};

const WHY = {
  refused: 'GitHub refuses the whole file: none of its jobs runs, and a check that is required waits for ever.',
  unknown: 'GitHub refuses the whole file for a key it does not know. If it is newer than this reviewer, ignore this.',
  idle: 'Whoever reads it relies on something that GitHub never does.',
};

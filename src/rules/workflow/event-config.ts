import type { WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { mismatchProblem } from './schema/mismatch-problem.ts';
import { validateEvents } from './schema/validate-events.ts';

export const eventConfig: Rule<WorkflowDocument> = {
  id: 'event-config',
  kinds: ['workflow'],
  title: 'A trigger is configured wrongly',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    actionlint: ['events', 'glob', 'syntax-check'],
    languageservices: ['unexpected-key-or-value', 'missing-required'],
    'action-validator': ['schema'],
    sisakulint: ['syntax'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    let wrong = 0;
    for (const mismatch of validateEvents(document)) {
      wrong += 1;
      yield mismatchProblem(mismatch, WHY);
    }
    const [first] = document.view.triggers;
    if (wrong === 0 && first)
      yield {
        proof: `${document.view.triggers.length} triggers are configured as GitHub reads them`,
        range: first.range,
      };
  },
};

const WHY = {
  refused: 'GitHub refuses the file, or the workflow never starts for what it is meant for.',
  unknown:
    'GitHub refuses the whole file for a trigger it does not know. If it is newer than this reviewer, ignore this.',
  idle: 'Whoever reads it relies on something that GitHub never does.',
};

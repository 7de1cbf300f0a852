import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { isShortSha } from './actions/is-short-sha.ts';
import { isWorkflowFile } from './actions/is-workflow-file.ts';
import { usedActions } from './actions/used-actions.ts';

type Subject = WorkflowDocument | ActionDocument;

export const usesFormat: Rule<Subject> = {
  id: 'uses-format',
  kinds: ['workflow', 'action'],
  title: 'What a step or job uses cannot be found under that name',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    actionlint: ['action'],
    languageservices: ['short-sha-ref', 'invalid-uses-format'],
    'action-validator': ['schema'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { step, key } of stepsOf(document)) {
      if (!step.uses || !isWorkflowFile(step.uses)) continue;
      yield {
        range: step.uses.node.range,
        key,
        message: {
          what: `${quote(step.uses.raw)} is a workflow, and a step can only use actions.`,
          why: 'GitHub looks for an `action.yml` in a folder of that name: the step fails.',
          remedy: 'Call it from a job of its own, with `uses` in place of `runs-on` and `steps`.',
        },
      };
    }
    for (const { uses, key } of usedActions(document)) {
      if (!isShortSha(uses.ref)) continue;
      yield {
        range: uses.refRange,
        key: `${key}/ref`,
        // A tag may be called like that.
        confidence: 'likely',
        message: {
          what: `${quote(uses.ref)} is the beginning of a commit.`,
          why: 'GitHub takes no shortened commits: the job fails before its first step.',
          remedy: 'Write all 40 characters.',
        },
      };
    }
  },
};

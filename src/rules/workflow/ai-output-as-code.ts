import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { taintedScripts } from './injection/dangerous-expressions.ts';
import { injectionProblems } from './injection/injection-problems.ts';
import { isFromModel } from './injection/is-from-model.ts';

export const aiOutputAsCode: Rule<WorkflowDocument | ActionDocument> = {
  id: 'ai-output-as-code',
  kinds: ['workflow', 'action'],
  title: 'What a model answers becomes part of a script',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { codeql: ['actions/improper-validation-of-ai-output/critical'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    for (const script of taintedScripts(document)) yield* injectionProblems(script, isFromModel);
  },
};

import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { taintedScripts } from './injection/dangerous-expressions.ts';
import { injectionProblems } from './injection/injection-problems.ts';
import { isFromInput } from './injection/is-from-input.ts';
import { isPassed, passedNeeds } from './injection/is-passed.ts';

export const inputInScript: Rule<WorkflowDocument | ActionDocument> = {
  id: 'input-in-script',
  kinds: ['workflow', 'action'],
  title: 'An input becomes part of a script',
  severity: 'medium',
  confidence: 'likely',
  // Whoever passes the input has rights already; it turns bad when a caller hands on what a stranger wrote.
  strictness: 'pedantic',
  domain: 'security',
  aliases: {
    zizmor: ['template-injection'],
    codeql: ['actions/code-injection/critical', 'actions/code-injection/medium'],
    semgrep: ['run-shell-injection', 'github-script-injection'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  needs: passedNeeds,

  *check(document, context) {
    // What a stranger writes there by way of a caller is told by `reusable-workflow-taint`.
    for (const script of taintedScripts(document))
      yield* injectionProblems(script, (found) => isFromInput(found) && !isPassed(document, found, context));
  },
};

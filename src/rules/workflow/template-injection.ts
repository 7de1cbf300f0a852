import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { taintedScripts } from './injection/dangerous-expressions.ts';
import { injectionProblems } from './injection/injection-problems.ts';
import { isFromInput } from './injection/is-from-input.ts';
import { isFromModel } from './injection/is-from-model.ts';

export const templateInjection: Rule<WorkflowDocument | ActionDocument> = {
  id: 'template-injection',
  kinds: ['workflow', 'action'],
  title: 'Untrusted text becomes part of a script',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    zizmor: ['template-injection'],
    actionlint: ['expression'],
    codeql: ['actions/code-injection/critical', 'actions/code-injection/medium'],
    scorecard: ['Dangerous-Workflow'],
    semgrep: ['run-shell-injection', 'github-script-injection'],
    checkov: ['CKV_GHA_2'],
    poutine: ['injection'],
    octoscan: ['expression-injection'],
    sisakulint: ['code-injection-critical', 'code-injection-medium'],
    'gato-x': ['InjectionResult'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    const scripts = taintedScripts(document);
    for (const script of scripts)
      yield* injectionProblems(script, (found) => !isFromInput(found) && !isFromModel(found));
    const first = stepsOf(document).find(({ step }) => step.run)?.step.run;
    if (!first || scripts.length === 0 || scripts.some(({ dangerous }) => dangerous.length > 0)) return;
    const expressions = scripts.reduce((sum, script) => sum + script.expressions, 0);
    yield {
      proof: `${scripts.length} scripts looked at: none of their ${expressions} expressions holds untrusted text`,
      range: { start: first.range.start, end: first.range.start },
    };
  },
};

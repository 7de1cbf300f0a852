import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { type TaintedScript, taintedScripts } from './injection/dangerous-expressions.ts';
import { isPassed, passedNeeds } from './injection/is-passed.ts';
import { moveToEnv } from './injection/move-to-env.ts';
import { usesBash } from './injection/uses-bash.ts';

type Subject = WorkflowDocument | ActionDocument;

export const reusableWorkflowTaint: Rule<Subject> = {
  id: 'reusable-workflow-taint',
  kinds: ['workflow', 'action'],
  title: "A caller passes a stranger's text into a script",
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'security',
  aliases: {
    codeql: ['actions/code-injection/critical', 'actions/code-injection/medium'],
    sisakulint: ['reusable-workflow-taint'],
    'gato-x': ['InjectionResult'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  needs: passedNeeds,

  *check(document, context) {
    for (const script of taintedScripts(document)) yield* problems(document, script, context);
  },
};

function* problems(document: Subject, script: TaintedScript, context: RuleContext): Generator<Observation> {
  const { place, key, sink, dangerous } = script;
  for (const found of dangerous) {
    const passed = isPassed(document, found, context);
    if (!passed) continue;
    const fix = usesBash(place)
      ? moveToEnv(
          place,
          dangerous.map(({ expression }) => expression),
        )
      : undefined;
    yield {
      range: found.expression.range,
      key: `${key}/${found.taint.source}`,
      severity: passed.severity,
      // What a script or a matrix handed on may not be the text itself.
      ...(passed.taint.derived || passed.taint.control !== 'full' || found.taint.derived
        ? { confidence: 'likely' }
        : {}),
      message: {
        what: `${quote(`\${{ ${found.expression.text} }}`)} is pasted into ${sink}, and ${quote(passed.caller.path)} passes ${quote(passed.taint.source)} for it.`,
        why: 'GitHub fills it in before the script is run: what a stranger writes there becomes code that runs with the token and secrets of the caller.',
        remedy: 'Pass the value through `env:` and read the variable in the script, in double quotes.',
      },
      related: [passed.caller],
      ...(fix ? { fix } : {}),
    };
  }
}

import { expressionsIn } from '../../../documents/workflow/expression.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range, Severity } from '../../../types.ts';
import { activeEvents } from '../injection/active-events.ts';
import { gradeOf } from '../injection/dangerous-expressions.ts';
import { type Place, traceValue } from '../injection/trace-value.ts';

/** Inputs that an action hands to a program as its command line, or takes as the address of a request. */
export type ArgumentUse = 'options' | 'request';

interface Row {
  readonly action: RegExp;
  readonly input: string;
  readonly use: ArgumentUse;
}

/** After the actions' documentation, as known in November 2026. */
const ROWS: readonly Row[] = [
  { action: /^sonarsource\/(sonarcloud-github-action|sonarqube-scan-action)$/i, input: 'args', use: 'options' },
  { action: /^octokit\/(request-action|graphql-action)$/i, input: 'route', use: 'request' },
  { action: /^fjogeleit\/http-request-action$/i, input: 'url', use: 'request' },
];

export interface ActionArgument {
  readonly key: string;
  readonly range: Range;
  readonly written: string;
  readonly source: string;
  readonly severity: Severity;
  readonly name: string;
}

/** Outsiders' text in such inputs. */
export function actionArguments(document: WorkflowDocument | ActionDocument, use: ArgumentUse): ActionArgument[] {
  const rows = ROWS.filter((row) => row.use === use);
  return stepsOf(document).flatMap(({ step, job, key }) => {
    const row = rows.find(({ action }) => action.test(step.uses?.repository ?? ''));
    const value = step.with?.entries.find(({ key: name }) => name.text.toLowerCase() === row?.input)?.value;
    if (!row || value?.type !== 'scalar') return [];
    const place: Place = { document, step, ...(job ? { job } : {}) };
    const active = activeEvents(document, job, step);
    return expressionsIn(document.source, value).flatMap(({ node, range, text }) =>
      traceValue(node, place)
        .flatMap((taint) => {
          const grade = taint.control === 'full' ? gradeOf(taint, active) : undefined;
          const reaches = active.events.some(({ event }) => taint.events.includes(event));
          if (!grade || !reaches || active.insidersOnly) return [];
          const name = `${row.input} of ${step.uses?.repository}`;
          return [
            {
              key: `${key}/${taint.source}`,
              range,
              written: `\${{ ${text} }}`,
              source: taint.source,
              severity: grade.severity,
              name,
            },
          ];
        })
        .slice(0, 1),
    );
  });
}

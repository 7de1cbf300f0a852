import type { JsExpression } from '../../../documents/javascript/js-expression.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import { activeEvents } from '../injection/active-events.ts';
import { type Place, surroundingsOf } from '../injection/trace-value.ts';
import { type OutsideVariable, outsideVariable } from '../shell-flow/outside-variables.ts';
import { type ApiScript, apiScript } from './api-scripts.ts';

/** A script of actions/github-script, and what outsiders write of its values. */
export interface ScriptFlow {
  readonly key: string;
  readonly script: ApiScript;
  /** The text of an outsider that a value holds, under the events that reach the step. */
  readonly outside: (value: JsExpression | undefined) => OutsideVariable | undefined;
}

const known = new WeakMap<WorkflowDocument | ActionDocument, readonly ScriptFlow[]>();

/** The JavaScript of a workflow or composite action. */
export function scriptFlows(document: WorkflowDocument | ActionDocument): readonly ScriptFlow[] {
  if (!/github-script/i.test(document.source)) return [];
  const found = known.get(document) ?? readFlows(document);
  known.set(document, found);
  return found;
}

function readFlows(document: WorkflowDocument | ActionDocument): ScriptFlow[] {
  return stepsOf(document).flatMap(({ step, job, key }) => {
    const script = apiScript(step, document.source);
    if (!script) return [];
    const place: Place = { document, step, ...(job ? { job } : {}) };
    const active = activeEvents(document, job, step);
    const around = surroundingsOf(place);
    const outside = (value: JsExpression | undefined) => {
      for (const taint of value ? script.taints(value, around) : []) {
        const found = outsideVariable('', taint, active);
        if (found) return { ...found, manyLines: found.manyLines && taint.keepsLines, filtered: taint.filtered };
      }
      return undefined;
    };
    return [{ key, script, outside }];
  });
}

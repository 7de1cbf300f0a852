import { expressionsIn } from '../../../documents/workflow/expression.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import { at, type YamlEntry, type YamlMap } from '../../../documents/yaml/yaml-node.ts';
import type { Document, RelatedRange, RuleContext } from '../../../types.ts';
import { callersOf } from '../callers/callers-of.ts';
import { workflowsOf } from '../callers/workflows-of.ts';
import { activeEvents } from './active-events.ts';
import { type DangerousExpression, gradeOf } from './dangerous-expressions.ts';
import { type Taint, traceValue } from './trace-value.ts';

/** Outsiders' text that another file of the repository passes as an input. */
export interface PassedText {
  readonly taint: Taint;
  readonly severity: DangerousExpression['severity'];
  readonly caller: RelatedRange;
}

/** The first text of an outsider that a workflow of the repository passes for an input; undefined where none is seen. */
export function passedText(
  document: WorkflowDocument | ActionDocument,
  input: string,
  context: RuleContext,
): PassedText | undefined {
  for (const { document: caller, job, step, inputs } of callsOf(document, context)) {
    const entry = inputs?.entries.find(({ key }) => key.text.toLowerCase() === input);
    const found = entry && tainted(caller, job, step, entry);
    if (found) return found;
  }
  return undefined;
}

interface Call {
  readonly document: WorkflowDocument;
  readonly job: Job;
  readonly step?: Step;
  readonly inputs: YamlMap | undefined;
}

/** The calls of each file, by what was read: an action with many inputs is looked for once. */
const known = new WeakMap<RuleContext['project'], Map<Document, readonly Call[]>>();

function callsOf(document: WorkflowDocument | ActionDocument, context: RuleContext): readonly Call[] {
  const answers = known.get(context.project) ?? new Map<Document, readonly Call[]>();
  known.set(context.project, answers);
  const found = answers.get(document) ?? readCalls(document, context);
  answers.set(document, found);
  return found;
}

function readCalls(document: WorkflowDocument | ActionDocument, context: RuleContext): Call[] {
  if (document.kind === 'workflow') {
    return callersOf(document, context).map(({ document: caller, job }) => {
      const inputs = at(job.node, 'with');
      return { document: caller, job, inputs: inputs?.type === 'map' ? inputs : undefined };
    });
  }
  const folder = document.path.replace(/\/?action\.ya?ml$/, '');
  return workflowsOf(context).flatMap((caller) => {
    if (!caller.source.includes(folder.split('/').at(-1) ?? folder)) return [];
    const root = caller.path.slice(0, Math.max(0, caller.path.indexOf('.github/')));
    return stepsOf(caller)
      .filter(({ step }) => step.uses?.kind === 'local' && `${root}${step.uses.path}` === folder)
      .flatMap(({ step, job }) => (job ? [{ document: caller, job, step, inputs: step.with }] : []));
  });
}

const PASSED: ReadonlySet<Taint['control']> = new Set<Taint['control']>(['full', 'structured', 'file']);

/** A step that holds nothing, for what a job asks of itself. */
function placeholder(job: Job): Step {
  return { key: '', index: 0, node: job.node };
}

function tainted(
  document: WorkflowDocument,
  job: Job,
  step: Step | undefined,
  { value, range }: YamlEntry,
): PassedText | undefined {
  if (value.type !== 'scalar') return undefined;
  const active = activeEvents(document, job, step ?? placeholder(job));
  const place = { document, job, ...(step ? { step } : {}) };
  for (const { node } of expressionsIn(document.source, value)) {
    for (const taint of traceValue(node, place)) {
      const grade = PASSED.has(taint.control) ? gradeOf(taint, active) : undefined;
      if (!grade) continue;
      const message = `${taint.source} is passed here.`;
      return { taint, severity: grade.severity, caller: { path: document.path, side: document.side, range, message } };
    }
  }
  return undefined;
}

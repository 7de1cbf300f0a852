import {
  type Expression,
  type ExpressionNode,
  expressionsIn,
  parseExpression,
} from '../../../documents/workflow/expression.ts';
import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { Confidence, Severity } from '../../../types.ts';
import {
  type ActiveEvents,
  activeEvents,
  EXTERNAL_EVENTS,
  hasLiteralRefs,
  PRIVILEGED_EVENTS,
} from './active-events.ts';
import { codeSinks } from './code-sinks.ts';
import { foldIndexes } from './fold-indexes.ts';
import { isDataInHeredoc } from './is-data-in-heredoc.ts';
import { type Place, type Taint, traceValue } from './trace-value.ts';

export interface DangerousExpression {
  readonly expression: Expression;
  readonly taint: Taint;
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** A text that is run as code, and the expressions in it that carry somebody else's text. */
export interface TaintedScript {
  readonly place: Place;
  /** Structural address of its step. */
  readonly key: string;
  /** As a message names it. */
  readonly sink: string;
  /** How many expressions it holds, harmless ones included. */
  readonly expressions: number;
  readonly dangerous: readonly DangerousExpression[];
}

type Subject = WorkflowDocument | ActionDocument;

const known = new WeakMap<Subject, readonly TaintedScript[]>();

/** Every script of a workflow or composite action, with what untrusted text reaches it; each expression once. */
export function taintedScripts(document: Subject): readonly TaintedScript[] {
  const found = known.get(document) ?? readScripts(document);
  known.set(document, found);
  return found;
}

function readScripts(document: Subject): TaintedScript[] {
  if (document.kind === 'action' && document.view.using !== 'composite') return [];
  const seen = new Set<number>();
  return stepsOf(document).flatMap(({ step, job, key }) => {
    const place: Place = { document, step, ...(job ? { job } : {}) };
    return codeSinks(step).map((sink) => {
      const all = expressionsIn(document.source, sink.scalar);
      // An alias repeats a script: what it holds is said once, where it is written.
      const { start } = sink.scalar.contentRange;
      const dangerous = dangerousAmong(all, place).filter(
        ({ expression: { node, range } }) =>
          !seen.has(range.start) &&
          !(sink.scalar === step.run && isDataInHeredoc(node, document.source.slice(start, range.start))),
      );
      for (const { expression } of dangerous) seen.add(expression.range.start);
      return { place, key, sink: sink.name, expressions: all.length, dangerous };
    });
  });
}

const ORDER: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical'];

/** Each expression that untrusted text reaches, with its worst source. */
function dangerousAmong(expressions: readonly Expression[], place: Place): DangerousExpression[] {
  if (expressions.length === 0 || !place.step) return [];
  const active = activeEvents(place.document, place.job, place.step);
  return expressions.flatMap((expression) => {
    const graded = traceValue(nodeOf(expression), place).flatMap((taint) => {
      const grade = gradeOf(taint, active);
      if (!grade) return [];
      return [{ expression, taint, ...grade, ...(taint.derived ? { confidence: 'likely' as const } : {}) }];
    });
    return worstFirst(graded).slice(0, 1);
  });
}

/** The worst first; of equals the more certain one. */
export function worstFirst(found: readonly DangerousExpression[]): DangerousExpression[] {
  const rank = ({ severity, confidence }: DangerousExpression) =>
    ORDER.indexOf(severity) * 2 + Number(confidence === 'certain');
  return found.toSorted((a, b) => rank(b) - rank(a));
}

function nodeOf({ node, text }: Expression): ExpressionNode | undefined {
  const folded = foldIndexes(text);
  return folded === text ? node : (parseExpression(folded) ?? node);
}

/** How bad it is, by who writes the text and which events bring it here; undefined when it never gets here. */
export function gradeOf(
  { control, events }: Pick<Taint, 'control' | 'events'>,
  active: ActiveEvents,
): Pick<DangerousExpression, 'severity' | 'confidence'> | undefined {
  const supplied = active.events.filter(({ event }) => events.includes(event));
  if (control === 'caller') return { severity: 'medium', confidence: 'likely' };
  if (control === 'model') {
    const outside = active.any || active.events.some(({ event }) => PRIVILEGED_EVENTS.has(event));
    return { severity: outside && !active.insidersOnly ? 'high' : 'medium', confidence: 'likely' };
  }
  if (control === 'dispatcher') return { severity: 'low', confidence: 'likely' };
  // Branches, tags, labels and milestones are named by people who may write: they could change more than this script.
  if (control === 'structured') {
    return active.any || supplied.some((trigger) => !hasLiteralRefs(trigger))
      ? { severity: 'low', confidence: 'likely' }
      : undefined;
  }
  if (control === 'file')
    return active.any || supplied.length > 0 ? { severity: 'medium', confidence: 'likely' } : undefined;
  if (active.insidersOnly) return { severity: 'medium', confidence: 'likely' };
  if (supplied.some(({ event }) => PRIVILEGED_EVENTS.has(event)))
    return { severity: 'critical', confidence: 'certain' };
  if (supplied.some(({ event }) => EXTERNAL_EVENTS.has(event))) return { severity: 'high', confidence: 'certain' };
  return { severity: active.any || supplied.length > 0 ? 'high' : 'medium', confidence: 'likely' };
}

import type { Expression } from '../../../documents/workflow/expression.ts';
import { expressionsIn } from '../../../documents/workflow/expression.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import { entryOf, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { environmentEntry, type Place, type Taint, traceValue } from '../injection/trace-value.ts';
import type { AgentRun } from './agent-runs.ts';

/** Somebody else's text where a model reads it. */
export interface OutsideText {
  readonly range: Range;
  /** As it stands there. */
  readonly written: string;
  /** The context it comes from. */
  readonly source: string;
  readonly events: readonly string[];
  /** Lies in the environment of an agent: it gets to it where the prompt says so, or on its own. */
  readonly beside: boolean;
}

/** What a model reads that people outside the project write, once per source. */
export function outsideTexts(document: WorkflowDocument, run: AgentRun): OutsideText[] {
  const place: Place = { document, job: run.job, step: run.step };
  const direct = run.prompts.flatMap((scalar) => [
    ...expressionsIn(document.source, scalar)
      .filter(({ range }) => isWithin(range, run.command))
      .flatMap((expression) => ofExpression(expression, place)),
    ...(run.command ? ofVariables(document, run.command, place) : []),
  ]);
  const beside = run.command || run.does === 'text' ? [] : ofEnvironment(document, run, place);
  const seen = new Set<string>();
  return [...direct, ...beside].filter(({ source }) => !seen.has(source) && seen.add(source));
}

function isWithin({ start, end }: Range, whole: Range | undefined): boolean {
  return whole === undefined || (start >= whole.start && end <= whole.end);
}

function ofExpression({ node, range, text }: Expression, place: Place): OutsideText[] {
  return traceValue(node, place).flatMap((taint) => toText(taint, range, `\${{ ${text} }}`, false) ?? []);
}

function toText(taint: Taint, range: Range, written: string, beside: boolean): OutsideText | undefined {
  if (taint.control !== 'full' || /head_ref|head\.ref|branch|label$/.test(taint.source)) return undefined;
  return { range, written, source: taint.source, events: taint.events, beside };
}

const VARIABLE = /\$(?:(\w+)|\{(\w+)(?!\w)[^{}]*\})/g;

/** `claude -p "Summarise $TITLE"`, with `TITLE: ${{ github.event.issue.title }}`. */
function ofVariables(document: WorkflowDocument, command: Range, place: Place): OutsideText[] {
  const text = document.source.slice(command.start, command.end);
  return [...text.matchAll(VARIABLE)].flatMap((match) => {
    const entry = environmentEntry(match[1] ?? match[2] ?? '', place);
    const start = command.start + match.index;
    return entry?.value.type === 'scalar'
      ? ofScalar(entry.value, document, place).flatMap(
          (taint) => toText(taint, { start, end: start + match[0].length }, match[0], false) ?? [],
        )
      : [];
  });
}

function ofScalar(scalar: YamlScalar, document: WorkflowDocument, place: Place): Taint[] {
  return expressionsIn(document.source, scalar).flatMap(({ node }) => traceValue(node, place));
}

/** An agent can read its environment. */
function ofEnvironment(document: WorkflowDocument, { step }: AgentRun, place: Place): OutsideText[] {
  return (step.env?.entries ?? []).flatMap(({ key, value }) => {
    if (value.type !== 'scalar' || entryOf(step.env, key.text)?.value !== value) return [];
    return ofScalar(value, document, place).flatMap((taint) => toText(taint, value.range, key.text, true) ?? []);
  });
}

import { type ExpressionNode, expressionsIn, parseExpression } from '../../../documents/workflow/expression.ts';
import { expressionSpans } from '../../../documents/workflow/expression-spans.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import { at, scalarsBelow, type YamlEntry, type YamlMap, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { agentAction } from '../agents/agent-actions.ts';
import { apiScript } from '../script-flow/api-scripts.ts';
import { scriptOutput, scriptVariable } from '../script-flow/script-outputs.ts';
import type { Surroundings } from '../script-flow/value-taints.ts';
import { declaredInputs, inputControl } from './input-type.ts';
import { outputLines } from './output-lines.ts';
import { type UntrustedContext, untrustedContext } from './untrusted-contexts.ts';
import { untrustedOutput } from './untrusted-outputs.ts';

/** Where an expression stands: what its contexts mean depends on it. */
export interface Place {
  readonly document: WorkflowDocument | ActionDocument;
  readonly job?: Job;
  readonly step?: Step;
}

/** An untrusted value that reaches the result of an expression. */
export interface Taint extends UntrustedContext {
  /** The context that an outsider fills, as written: `github.event.issue.title`. */
  readonly source: string;
  /** Where it came in, when it came through a variable or an output. */
  readonly origin?: Range;
  /** A script handed it on, and may have cleaned it, or it is one of several values. */
  readonly derived?: boolean;
}

/** Comparisons and these functions give booleans or hashes: nothing of their arguments gets through. */
const OPAQUE = new Set([
  'contains',
  'startswith',
  'endswith',
  'hashfiles',
  'success',
  'failure',
  'always',
  'cancelled',
]);
const MAX_HOPS = 6;

/**
 * The untrusted values that can reach the result of an expression. `below` are the properties that are read of it, where
 * it is JSON: `fromJSON(steps.pull.outputs.result).title`.
 */
export function traceValue(
  node: ExpressionNode | undefined,
  place: Place,
  asJson = false,
  hops = 0,
  below: readonly string[] = [],
): Taint[] {
  if (!node || hops > MAX_HOPS) return [];
  const trace = (next: ExpressionNode | undefined, json = asJson) => traceValue(next, place, json, hops);
  switch (node.kind) {
    case 'context':
      return traceContext(node.path, place, asJson, hops, below);
    case 'call':
      if (OPAQUE.has(node.name)) return [];
      if (node.name === 'fromjson') return traceValue(node.args[0], place, asJson, hops, below);
      if (node.name === 'case')
        return node.args.filter((_, i) => i % 2 === 1 || i === node.args.length - 1).flatMap((arg) => trace(arg));
      return node.args.flatMap((arg) => trace(arg, asJson || node.name === 'tojson'));
    case 'logical':
      // What `a && b` gives of `a` is empty, false or zero; text comes only from `b`.
      return node.operator === '&&' ? trace(node.operands.at(-1)) : node.operands.flatMap((operand) => trace(operand));
    case 'index':
      return isIdentifier(node.index)
        ? []
        : traceValue(node.of, place, asJson, hops, [propertyIn(node.index), ...below]);
    default:
      return [];
  }
}

function isIdentifier(index: ExpressionNode): boolean {
  return index.kind === 'literal' && /^(id|number|sha|.*_id|.*_sha)$/i.test(String(index.value));
}

function propertyIn(index: ExpressionNode): string {
  return index.kind === 'literal' && typeof index.value === 'string' ? index.value : '*';
}

function traceContext(
  path: readonly string[],
  place: Place,
  asJson: boolean,
  hops: number,
  below: readonly string[],
): Taint[] {
  const [context, first = '', second = '', third = ''] = path;
  switch (context) {
    case 'github':
      if (first === 'event' && second === 'inputs') return input(third, place, path);
      return known(untrustedContext(path, asJson), path).map((taint) =>
        // Which of the properties it is, is only known in the run.
        path.includes('[]') ? { ...taint, derived: true } : taint,
      );
    case 'inputs':
      return input(first, place, path);
    case 'env':
      return isOpen(first)
        ? environmentNames(place).flatMap((name) => variable(name, place, hops))
        : variable(first, place, hops);
    case 'matrix':
      return matrix(path.slice(1), jobOf(place), hops);
    case 'steps':
      return second === 'outputs'
        ? once(place, `steps ${first} ${[third, ...below].join(' ')}`, () =>
            stepOutput(first, third, place, hops, below),
          )
        : [];
    case 'needs':
      return second === 'outputs'
        ? once(place, `needs ${first} ${[third, ...below].join(' ')}`, () =>
            jobOutput(first, third, place, hops, below),
          )
        : [];
    default:
      return [];
  }
}

function known(found: UntrustedContext | undefined, path: readonly string[], origin?: Range): Taint[] {
  return found ? [{ ...found, source: path.join('.'), ...(origin ? { origin } : {}) }] : [];
}

function input(name: string, { document }: Place, path: readonly string[]): Taint[] {
  const names = isOpen(name) ? declaredInputs(document) : [name];
  const controls = names.flatMap((one) => inputControl(document, one) ?? []);
  const control = controls.find((one) => one === 'caller') ?? controls[0];
  return control ? [{ control, events: ['workflow_call', 'workflow_dispatch'], source: path.join('.') }] : [];
}

/** A filter, or a name that is put together in the run. */
function isOpen(step: string): boolean {
  return step === '*' || step === '[]';
}

function environmentNames({ document, job, step }: Place): string[] {
  const maps = [step?.env, job?.env, document.kind === 'workflow' ? document.view.env : undefined];
  return maps.flatMap((map) => map?.entries.map(({ key }) => key.text.toLowerCase()) ?? []);
}

/** What was traced before, by document: names that name each other in every line would be followed without end. */
const traced = new WeakMap<object, Map<string, readonly Taint[]>>();

/** Traces a name once per place; while that goes on, and where it leads back to itself, it holds nothing. */
function once(place: Place, name: string, trace: () => readonly Taint[]): Taint[] {
  const answers = traced.get(place.document) ?? new Map<string, readonly Taint[]>();
  traced.set(place.document, answers);
  const key = JSON.stringify([place.job?.id, place.step?.index, name]);
  const known = answers.get(key);
  if (known) return [...known];
  answers.set(key, []);
  const found = [...new Map(trace().map((taint) => [`${taint.control} ${taint.source}`, taint])).values()];
  answers.set(key, found);
  return found;
}

/** The nearest `env:` that sets a variable, else an earlier step that writes it to GITHUB_ENV. */
function variable(name: string, place: Place, hops: number): Taint[] {
  return once(place, `env ${name}`, () => traceVariable(name, place, hops));
}

function traceVariable(name: string, place: Place, hops: number): Taint[] {
  const { step, job } = place;
  const entry = environmentEntry(name, place);
  if (entry) return traceText(entry.value, place, hops, entry.range);
  const earlier = (job?.steps ?? []).filter(({ index }) => index < (step?.index ?? 0));
  return earlier.flatMap((writer) => written(writer, name, 'GITHUB_ENV', place, hops));
}

/** The `env:` entry that a variable comes from, the innermost first. */
export function environmentEntry(name: string, { document, job, step }: Place): YamlEntry | undefined {
  const maps: (YamlMap | undefined)[] = [
    step?.env,
    job?.env,
    document.kind === 'workflow' ? document.view.env : undefined,
  ];
  for (const map of maps) {
    const entry = map?.entries.findLast(({ key }) => key.text.toLowerCase() === name.toLowerCase());
    if (entry) return entry;
  }
  return undefined;
}

/** A matrix is filled in before there are steps. */
function jobOf({ document, job }: Place): Place {
  return { document, ...(job ? { job } : {}) };
}

function matrix(keys: readonly string[], place: Place, hops: number): Taint[] {
  return once(place, `matrix ${keys.join('.')}`, () => traceMatrix(keys, place, hops));
}

function traceMatrix(keys: readonly string[], place: Place, hops: number): Taint[] {
  const definition = at(place.job?.node, 'strategy', 'matrix');
  if (!definition) return [];
  const [key = '*', ...rest] = keys;
  if (definition.type === 'scalar') {
    return [
      [key, '*', ...rest],
      ['include', '*', key, ...rest],
    ].flatMap((below) => traceText(definition, place, hops, definition.range, below));
  }
  const values = [...scalarsBelow(definition)].filter(
    ({ path }) => path.some((step) => String(step).toLowerCase() === key) || path.join() === 'include',
  );
  return values.flatMap(({ scalar, path }) =>
    traceText(scalar, place, hops, scalar.range, path.join() === 'include' ? ['*', key, ...rest] : ['*', ...rest]),
  );
}

function stepOutput(id: string, name: string, place: Place, hops: number, below: readonly string[]): Taint[] {
  const steps = place.job?.steps ?? (place.document.kind === 'action' ? place.document.view.steps : []);
  const step = steps.find((one) => one.id?.toLowerCase() === id);
  const script = step && apiScript(step, place.document.source);
  if (step && script) return scriptOutput(script, step, name, below, surroundingsOf({ ...place, step }, hops));
  if (step?.uses?.kind === 'repository') {
    const found = agentAction(step.uses)?.outputs.test(name)
      ? ({ control: 'model', events: [] } as const)
      : untrustedOutput(place.document.source, step, name);
    return known(found, ['steps', id, 'outputs', name], step.uses.node.range);
  }
  return step ? written(step, name, 'GITHUB_OUTPUT', place, hops) : [];
}

function jobOutput(id: string, name: string, { document }: Place, hops: number, below: readonly string[]): Taint[] {
  if (document.kind !== 'workflow') return [];
  const job = document.view.jobs.find((one) => one.id.toLowerCase() === id);
  const outputs = at(job?.node, 'outputs');
  const entry =
    outputs?.type === 'map' ? outputs.entries.find(({ key }) => key.text.toLowerCase() === name) : undefined;
  return job && entry ? traceText(entry.value, { document, job }, hops, entry.range, below) : [];
}

/** What a script writes to an output or variable: expressions, and variables that hold untrusted text. */
function written(step: Step, name: string, file: 'GITHUB_OUTPUT' | 'GITHUB_ENV', place: Place, hops: number): Taint[] {
  const run = step.run;
  const inside = { ...place, step };
  const script = file === 'GITHUB_ENV' ? apiScript(step, place.document.source) : undefined;
  if (script) return scriptVariable(script, name, surroundingsOf(inside, hops));
  if (!run) return [];
  return outputLines(run.text, name, file)
    .flatMap((value) => [
      ...[...expressionSpans(value)].flatMap(({ start, end }) =>
        traceValue(parseExpression(value.slice(start + 3, end - 2).trim()), inside, false, hops + 1),
      ),
      ...[...value.matchAll(/\$(?:(\w+)|\{(\w+)\})/g)].flatMap((match) =>
        shellVariable(match[1] ?? match[2] ?? '', inside, hops + 1),
      ),
    ])
    .map((taint) => ({ ...taint, origin: run.range, derived: true }));
}

function shellVariable(name: string, place: Place, hops: number): Taint[] {
  if (name === 'GITHUB_HEAD_REF') return known(untrustedContext(['github', 'head_ref'], false), ['github', 'head_ref']);
  const entry = environmentEntry(name, place);
  return entry?.key.text === name ? variable(name.toLowerCase(), place, hops) : [];
}

/** What a script of actions/github-script reads of the step that it stands in. */
export function surroundingsOf(place: Place, hops = 0): Surroundings {
  return {
    variable: (name) =>
      environmentEntry(name, place) || name === 'GITHUB_HEAD_REF'
        ? shellVariable(name, place, hops + 1)
        : variable(name.toLowerCase(), place, hops + 1),
    filled: (text) => traceValue(parseExpression(text.slice(3, -2).trim()), place, false, hops + 1),
  };
}

function traceText(node: YamlNode, place: Place, hops: number, origin: Range, below: readonly string[] = []): Taint[] {
  if (node.type !== 'scalar') return [];
  return expressionsIn(place.document.source, node).flatMap(({ node: expression }) =>
    traceValue(expression, place, false, hops + 1, below).map((taint) => ({ ...taint, origin })),
  );
}

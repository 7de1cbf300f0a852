import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type FlowAssignment, type FlowCall, namesIn, type Scope, scopesOf } from './leaks/scopes.ts';
import { dataSplits } from './leaks/split-sets.ts';
import { isTestPath, type PythonSource } from './seeds/python-unit.ts';

const COLUMN = /^(\w+)\[(["'])([^"'[\]]+)\2\](\.(values|to_numpy\(\)|copy\(\)))?$/;
const WHOLE = /^(\w+)(\.(values|to_numpy\(\)|copy\(\)))?$/;

export const targetInFeatures: Rule<PythonSource> = {
  id: 'target-in-features',
  kinds: ['python', 'notebook'],
  title: 'The column to predict is among the features',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (isTestPath(document.path)) return;
    for (const scope of scopesOf(document)) {
      for (const { split } of dataSplits(scope)) {
        const found = whole(split, scope);
        if (found) yield problem(split, found);
      }
    }
  },
};

interface Leak {
  readonly features: string;
  readonly column: string;
}

/** The features of a split, if they are a whole frame of which the labels are a column, and nothing takes it out. */
function whole({ call, at }: FlowCall, scope: Scope): Leak | undefined {
  const [features, labels] = call.args.filter(({ name }) => name === undefined).map(({ value }) => value.text);
  if (!features || !labels || !/^\w+$/.test(features)) return undefined;
  const before = scope.assignments.filter((one) => one.at < at);
  const label = COLUMN.exec(labels) ?? COLUMN.exec(writtenFor(labels, before));
  const [, frame = '', , column = ''] = label ?? [];
  if (!label || (features !== frame && WHOLE.exec(writtenFor(features, before))?.[1] !== frame)) return undefined;
  return isTakenOut([features, frame], scope, at) ? undefined : { features, column };
}

function writtenFor(name: string, assignments: readonly FlowAssignment[]): string {
  const last = assignments.findLast(({ assignment }) => assignment.name === name)?.assignment;
  return last && !last.unpacked && !last.augmented ? last.value.text : '';
}

/** `drop`, `pop`, or a `del`, which is no call: any choice of columns is taken for one that leaves the label out. */
function isTakenOut(names: readonly string[], scope: Scope, until: number): boolean {
  const calls = scope.calls.filter(
    ({ call, at }) => at < until && /\.(drop|pop|filter|loc|iloc|__delitem__)$/.test(call.callee),
  );
  if (
    calls.some(
      ({ call }) =>
        names.includes(call.callee.replace(/\..*$/, '')) || names.some((name) => namesIn(call.callee).includes(name)),
    )
  )
    return true;
  const units = new Set(scope.calls.map(({ unit }) => unit));
  return [...units].some(({ source }) => names.some((name) => source.includes(`del ${name}[`)));
}

function problem({ call, unit }: FlowCall, { features, column }: Leak): Observation {
  return {
    range: unit.toFileRange(call.calleeRange),
    key: `${call.functionName}/${features}`,
    message: {
      what: `${quote(features)} is the whole frame, with the column ${quote(column)} that is to be predicted.`,
      why: 'The model learns to copy the answer: its score is nearly perfect, and in production, where the column is missing, it knows nothing.',
      remedy: `Take it out: ${quote(`${features}.drop(columns=["${column}"])`)}.`,
    },
  };
}

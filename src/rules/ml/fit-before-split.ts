import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { calledName, callKey } from './calls/placed-calls.ts';
import { baseName, derivedFrom, type FlowCall, namesIn, type Scope, scopesOf } from './leaks/scopes.ts';
import { type DataSplit, dataSplits } from './leaks/split-sets.ts';
import { classOf, learnsFromRows } from './leaks/transformers.ts';
import { isTestPath, type PythonSource } from './seeds/python-unit.ts';

export const fitBeforeSplit: Rule<PythonSource> = {
  id: 'fit-before-split',
  kinds: ['python', 'notebook'],
  title: 'A transformer learns from the test rows before the split',
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
      const splits = dataSplits(scope);
      const learning = splits.length > 0 ? scope.calls.filter(({ call }) => learnsFromRows(call)) : [];
      for (const fit of learning) {
        const split = splits.find((one) => one.split.at > fit.at && leaksInto(fit, one, scope));
        if (split && !isOfTrainingRows(fit, splits, scope)) yield problem(fit, split, document);
      }
    }
  },
};

/** Whether the split divides what the transformer made, or rows that it knows and transforms afterwards. */
function leaksInto(fit: FlowCall, { split }: DataSplit, scope: Scope): boolean {
  const made = resultsOf(fit, scope).flatMap(({ name, at }) => [...derivedFrom(scope, [name], at, split.at)]);
  if (mentions(split, made)) return true;
  if (calledName(fit.call) !== 'fit') return false;
  const rows = derivedFrom(scope, [rowsOf(fit)], fit.at, split.at);
  const transforms = scope.calls.filter(
    ({ call, at }) => at > fit.at && call.callee === fit.call.callee.replace(/\.fit$/, '.transform'),
  );
  if (transforms.length === 0 || !fit.call.callee.includes('.')) return false;
  return mentions(split, [...rows]) && rowsOf(fit) !== '';
}

function rowsOf({ call }: FlowCall): string {
  return baseName(call.args[0]?.value.text ?? '');
}

/** Names that hold the result of a `fit_transform`. */
function resultsOf({ call, unit }: FlowCall, scope: Scope): readonly { readonly name: string; readonly at: number }[] {
  if (calledName(call) === 'fit') return [];
  return scope.assignments
    .filter(
      ({ assignment: { value }, unit: other }) =>
        other === unit && value.range.start <= call.range.start && value.range.end >= call.range.end,
    )
    .map(({ assignment, at }) => ({ name: baseName(assignment.name), at }));
}

function mentions({ call }: FlowCall, names: readonly string[]): boolean {
  const given = call.args.filter(({ name }) => name === undefined).flatMap(({ value }) => namesIn(value.text));
  return given.some((name) => names.includes(name));
}

/** Of what an earlier split kept for training, by the flow or by its name. */
function isOfTrainingRows(fit: FlowCall, splits: readonly DataSplit[], scope: Scope): boolean {
  const rows = namesIn(fit.call.args[0]?.value.text ?? '');
  if (rows.some((name) => /train/i.test(name))) return true;
  return splits
    .filter(({ at }) => at < fit.at)
    .some(({ train, test, at }) => {
      const parts = derivedFrom(scope, [...train, ...test], at, fit.at);
      return rows.some((name) => parts.has(name));
    });
}

function problem({ call, unit }: FlowCall, { split }: DataSplit, document: PythonSource): Observation {
  const name = (classOf(call) ?? '').replace(/^.*\./, '');
  return {
    range: unit.toFileRange(call.calleeRange),
    key: callKey(call),
    message: {
      what: `${quote(name)} learns from all rows here, and the rows are divided only afterwards.`,
      why: 'It has seen the test rows, so the score on them is too good, and the model is worse in production than on paper.',
      remedy: `Split first and fit on the training rows only, best inside a ${quote('Pipeline')}.`,
    },
    related: [
      {
        path: document.path,
        side: document.side,
        range: split.unit.toFileRange(split.call.calleeRange),
        message: 'The split.',
      },
    ],
  };
}

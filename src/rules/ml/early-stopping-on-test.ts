import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { callKey } from './calls/placed-calls.ts';
import { derivedFrom, type FlowCall, namesIn, type Scope, scopesOf } from './leaks/scopes.ts';
import { dataSplits } from './leaks/split-sets.ts';
import { isTestPath, type PythonSource } from './seeds/python-unit.ts';

const TRAINS = /(^|\.)(fit|train)$/;
const WATCHED = /^(eval_set|eval_sets|validation_data|valid_sets|evals|eval_data)$/;
/** What chooses the round, or the weights, by the rows that are watched. */
const CHOOSES = /(^|\.)(EarlyStopping\w*|early_stopping)$/;
const MEASURES = /^sklearn\.metrics\.|\.(score|evaluate)$/;

export const earlyStoppingOnTest: Rule<PythonSource> = {
  id: 'early-stopping-on-test',
  kinds: ['python', 'notebook'],
  title: 'Training stops by the rows that it is tested on',
  severity: 'medium',
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
      if (!scope.calls.some(chooses)) continue;
      for (const fit of scope.calls.filter(({ call }) => TRAINS.test(call.callee))) {
        const found = watchedTestRows(fit, scope);
        if (found) yield problem(fit, found);
      }
    }
  },
};

function chooses({ call }: FlowCall): boolean {
  return CHOOSES.test(call.resolved) || call.args.some(({ name }) => name === 'early_stopping_rounds');
}

/** The held-out rows that a fit watches and a metric reports afterwards. */
function watchedTestRows(fit: FlowCall, scope: Scope): string | undefined {
  const watched = fit.call.args
    .filter(({ name }) => name !== undefined && WATCHED.test(name))
    .flatMap(({ value }) => namesIn(value.text));
  if (watched.length === 0) return undefined;
  const splits = dataSplits(scope).filter(({ at }) => at < fit.at);
  for (const [i, { test, at }] of splits.entries()) {
    const divided = new Set(
      splits.slice(i + 1).flatMap(({ split }) => split.call.args.flatMap(({ value }) => namesIn(value.text))),
    );
    const own = test.filter((name) => !divided.has(name) && !/val|dev|cal|tun/i.test(name));
    const held = derivedFrom(scope, own, at, fit.at);
    const found = watched.find((name) => held.has(name));
    if (found !== undefined && isMeasuredOn(held, fit, scope)) return found;
  }
  return undefined;
}

function isMeasuredOn(held: ReadonlySet<string>, fit: FlowCall, scope: Scope): boolean {
  return scope.calls.some(
    ({ call, at }) =>
      at > fit.at &&
      (MEASURES.test(call.resolved) || MEASURES.test(call.callee)) &&
      call.args.some(({ value }) => namesIn(value.text).some((name) => held.has(name))),
  );
}

function problem({ call, unit }: FlowCall, name: string): Observation {
  return {
    range: unit.toFileRange(call.calleeRange),
    key: callKey(call),
    message: {
      what: `${quote(call.callee)} stops by ${quote(name)}, the rows that the result is measured on.`,
      why: 'The round was chosen because it is good on just these rows: the score is too good, and production does not reach it.',
      remedy: 'Divide the training rows once more, and stop by that part.',
    },
  };
}

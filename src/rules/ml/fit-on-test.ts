import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { calledName, callKey } from './calls/placed-calls.ts';
import { replaceText } from './calls/replace-text.ts';
import { derivedFrom, type FlowCall, namesIn, type Scope, scopesOf } from './leaks/scopes.ts';
import { dataSplits } from './leaks/split-sets.ts';
import { classOf, learnsFromRows } from './leaks/transformers.ts';
import { isTestPath, type PythonSource } from './seeds/python-unit.ts';

const FIT = /\.(fit|fit_transform|fit_resample|partial_fit)$/;
/** What describes data, what is meant to see rows that training did not, and what learns nothing from rows. */
const DESCRIBES =
  /manifold|cluster|neighbors|mixture|umap|tsne|hdbscan|kmeans|density|anomal|outlier|isolation|calib|isotonic|conformal|explain|shap|lime|drift|detector|monitor|label_?encoder|binarizer|polynomialfeatures|normalizer|functiontransformer|hashing/i;

export const fitOnTest: Rule<PythonSource> = {
  id: 'fit-on-test',
  kinds: ['python', 'notebook'],
  title: 'Something is fitted on the test rows',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    if (isTestPath(document.path)) return;
    for (const scope of scopesOf(document)) {
      for (const fit of scope.calls.filter(({ call }) => FIT.test(call.callee))) {
        if (DESCRIBES.test(classOf(fit.call) ?? fit.call.callee) || DESCRIBES.test(fit.call.callee)) continue;
        const name = testRowsIn(fit, scope);
        if (name !== undefined) yield problem(fit, name, scope);
      }
    }
  },
};

/** The name of the held-out rows that are fitted on, if they are and training rows are not among them. */
function testRowsIn(fit: FlowCall, scope: Scope): string | undefined {
  const rows = namesIn(fit.call.args[0]?.value.text ?? '').filter((name) => name !== 'pd' && name !== 'np');
  if (rows.length === 0 || rows.some((name) => /train|full|all|val|dev/i.test(name))) return undefined;
  const splits = dataSplits(scope).filter(({ at }) => at < fit.at);
  for (const [i, { test, train, at }] of splits.entries()) {
    const kept = derivedFrom(scope, train, at, fit.at);
    const divided = new Set(
      splits.slice(i + 1).flatMap(({ split }) => split.call.args.flatMap(({ value }) => namesIn(value.text))),
    );
    const own = test.filter((name) => !divided.has(name) && !/train|val|dev|cal|tun/i.test(name));
    const held = derivedFrom(scope, own, at, fit.at);
    const found = rows.find((name) => held.has(name));
    if (found && !rows.some((name) => kept.has(name))) return found;
  }
  // By its name, where a scaler or its like takes what was divided elsewhere.
  return learnsFromRows(fit.call) ? rows.find((name) => /(^|_)test(_|$)/i.test(name)) : undefined;
}

function problem(fit: FlowCall, name: string, scope: Scope): Observation {
  const { call, unit } = fit;
  const method = calledName(call);
  const fix = transformOnly(fit, scope);
  return {
    range: unit.toFileRange(call.calleeRange),
    key: callKey(call),
    message: {
      what: `${quote(call.callee)} learns from ${quote(name)}, the rows that are held out.`,
      why:
        method === 'fit_transform'
          ? 'The test rows are transformed by their own statistics, not by those the model was trained with: the score says nothing about production.'
          : 'What is measured on these rows afterwards is memory, not skill.',
      remedy:
        method === 'fit_transform'
          ? `Fit on the training rows, and call ${quote('transform')} on these.`
          : 'Fit on the training rows, and keep these for the last measurement.',
    },
    ...(fix ? { fix } : {}),
  };
}

/** `fit_transform` to `transform`, where the same transformer was fitted before. */
function transformOnly({ call, unit, at }: FlowCall, scope: Scope): Fix | undefined {
  const variable = /^([\w.]+)\.fit_transform$/.exec(call.callee)?.[1];
  const fitted = scope.calls.some(
    (other) =>
      other.at < at && (other.call.callee === `${variable}.fit` || other.call.callee === `${variable}.fit_transform`),
  );
  if (!variable || !fitted || call.args.length !== 1) return undefined;
  const { end } = call.calleeRange;
  const edit = replaceText(unit, { start: end - 'fit_transform'.length, end }, 'transform');
  return edit && { title: 'Transform only', safety: 'review', edits: [edit] };
}

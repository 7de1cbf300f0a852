import type { PythonCall } from '../../documents/python.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { callKey } from './calls/placed-calls.ts';
import { baseName, type FlowCall, namesIn, type Scope, scopesOf } from './leaks/scopes.ts';
import { isTestPath, type PythonSource } from './seeds/python-unit.ts';

const METRIC =
  /^sklearn\.metrics\.(\w+_score|\w+_error|\w+_loss|classification_report|confusion_matrix|roc_curve|precision_recall_curve|auc)$/;
const UNSUPERVISED = /silhouette|calinski|davies|rand_score|mutual_info|homogeneity|completeness|v_measure|fowlkes/;
/** Signs that rows are held out in another way. */
const HELD_OUT =
  /(^|\.)(cross_val\w+|cross_validate|learning_curve|validation_curve|permutation_test_score|\w*SearchCV|KFold|StratifiedKFold|GroupKFold|TimeSeriesSplit|LeaveOneOut|evaluate|Trainer|\w+CV)$/;
const OTHER_ROWS =
  /(^|_)(test|tests|val|valid|validation|holdout|held|dev|eval|oos|unseen|new)(_|\d|$)|(^|_)[xy](te|va|ts)$/i;

export const evaluatedOnTrainingData: Rule<PythonSource> = {
  id: 'evaluated-on-training-data',
  kinds: ['python', 'notebook'],
  title: 'The metric is computed on the rows the model was trained on',
  severity: 'high',
  confidence: 'heuristic',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (isTestPath(document.path)) return;
    const scopes = scopesOf(document);
    const calls = scopes.flatMap((scope) => scope.calls.map(({ call }) => call));
    if (calls.some(holdsOut)) return;
    const judged = scopes.flatMap((scope) => judgements(scope));
    // One measurement on other rows, and the rest are for comparison.
    if (judged.some(({ fit }) => fit === undefined)) return;
    for (const { measure, fit } of judged) if (fit) yield problem(measure, fit, document);
  },
};

function holdsOut({ resolved, args, callee }: PythonCall): boolean {
  if (HELD_OUT.test(resolved)) return true;
  if (
    args.some(
      ({ name, value }) =>
        /^(eval_set|validation_data|validation_split|oob_score|cv)$/.test(name ?? '') &&
        value.value !== false &&
        value.value !== null,
    )
  )
    return true;
  const measures = /score|metric|report|eval|valid|predict|loss|error|accuracy|plot|confusion/i.test(callee);
  return measures && args.some(({ value }) => namesIn(value.text).some((name) => OTHER_ROWS.test(name)));
}

interface Judgement {
  readonly measure: FlowCall;
  /** The fit on the same rows; absent where they are others. */
  readonly fit?: FlowCall;
}

function judgements(scope: Scope): readonly Judgement[] {
  const fits = scope.calls.filter(({ call }) => /\.fit$/.test(call.callee) && plainArgs(call).length >= 2);
  return scope.calls.flatMap((measure): Judgement[] => {
    const { call } = measure;
    const isScore = /\.score$/.test(call.callee) && plainArgs(call).length >= 2;
    if (!isScore && (!METRIC.test(call.resolved) || UNSUPERVISED.test(call.resolved))) return [];
    const fit = fits.findLast(
      (one) =>
        one.at < measure.at &&
        (isScore ? scoresFit(call, one) : truthOfFit(call, one)) &&
        isUnchanged(one, measure, scope),
    );
    return [{ measure, ...(fit ? { fit } : {}) }];
  });
}

function plainArgs(call: PythonCall): readonly string[] {
  const named = (name: string) => call.args.find((arg) => arg.name === name)?.value.text;
  const positional = call.args.filter(({ name }) => name === undefined).map(({ value }) => value.text);
  return [positional[0] ?? named('X') ?? named('y_true'), positional[1] ?? named('y') ?? named('y_pred')].filter(
    (text) => text !== undefined,
  );
}

/** `model.score(x, y)` after `model.fit(x, y)`. */
function scoresFit(call: PythonCall, { call: fit }: FlowCall): boolean {
  const [rows, labels] = plainArgs(call);
  const [fitRows, fitLabels] = plainArgs(fit);
  const isSame = call.callee.replace(/\.score$/, '') === fit.callee.replace(/\.fit$/, '');
  return isSame && rows === fitRows && labels === fitLabels;
}

/** The true labels of a metric are those of the fit. */
function truthOfFit(call: PythonCall, { call: fit }: FlowCall): boolean {
  const [truth] = plainArgs(call);
  return truth !== undefined && truth === plainArgs(fit)[1];
}

/** Neither rows nor labels were assigned anew in between. */
function isUnchanged(fit: FlowCall, measure: FlowCall, scope: Scope): boolean {
  const names = plainArgs(fit.call).map(baseName);
  const before = scope.assignments.filter(({ at }) => at > fit.at && at < measure.at);
  return !before.some(({ assignment }) => names.includes(baseName(assignment.name)));
}

function problem({ call, unit }: FlowCall, fit: FlowCall, document: PythonSource): Observation {
  const rows = plainArgs(fit.call).map(quote).join(' and ');
  return {
    range: unit.toFileRange(call.calleeRange),
    key: callKey(call),
    message: {
      what: `${quote(call.callee)} measures the model on ${rows}, which it was fitted on, and nothing here measures it on other rows.`,
      why: 'The number says how well the model remembers. It rises with overfitting, and a gate that reads it lets the worst model through.',
      remedy: 'Measure on rows that were held out, or by cross-validation.',
    },
    related: [
      {
        path: document.path,
        side: document.side,
        range: fit.unit.toFileRange(fit.call.calleeRange),
        message: 'Fitted here.',
      },
    ],
  };
}

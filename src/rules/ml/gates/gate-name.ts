import { type Direction, metricDirection, wordsOf } from './metric-directions.ts';

/** What the name of a number says about it as a gate. */
export interface GateName {
  /** Which way a model has to be better to pass; `unknown` where the name does not say. */
  readonly better: Direction | 'unknown';
  /** The name or its section says that it decides about a model. */
  readonly sure: boolean;
}

const AT_LEAST = new Set(['min', 'minimum', 'floor', 'least', 'lower']);
const AT_MOST = new Set(['max', 'maximum', 'ceiling', 'most', 'upper', 'tolerance', 'allowed']);
const EITHER = new Set([
  'threshold',
  'thresholds',
  'limit',
  'limits',
  'gate',
  'gates',
  'required',
  'bound',
  'criteria',
  'criterion',
  'acceptable',
  'acceptance',
  'target',
  'cutoff',
]);

/** Sections of settings that decide about a model. */
const SECTION =
  /^(evaluat\w*|eval|gates?|quality\w*|acceptance\w*|promot\w*|approval|thresholds?|validation\w*|validate|release|deploy\w*|regression_?gate|model_?checks?|checks|criteria)$/i;

/** Settings of prediction, training and search that look like gates: what they decide is no release. */
const NO_GATE =
  /decision|classif|best_|cutoff|binar|confidence|conf_|score_thr|nms|iou_thr|match|early|stop|patience|delta|sample|leaf|split|depth|feature|weight|epoch|iter|step|batch|grad|norm|lr\b|learning|length|len\b|token|size|count|num_|n_|freq|worker|retry|retries|timeout|vocab|bins|param_persist|bucket|temperature|top_p|sampl|clip|scale|noise|dropout|momentum|decay/i;

/**
 * Reads a dotted key or an identifier, as `evaluate.min_auc`, `MAX_RMSE` or `thresholds.recall`. Undefined for a number
 * that is not the limit of a metric.
 */
export function gateName(path: readonly string[]): GateName | undefined {
  const name = path.at(-1) ?? '';
  const sections = path.slice(0, -1).filter((part) => !/^\d+$/.test(part));
  const inSection = sections.some((part) => SECTION.test(part));
  const words = wordsOf(name);
  const bounds = [...sections.slice(-1).flatMap(wordsOf), ...words];
  const bound = boundOf(bounds);
  const metricWords = words.filter((word) => !isBound(word));
  const metric = metricDirection(metricWords) ?? (metricWords.length === 0 ? metricOfSections(sections) : undefined);
  if (bound === undefined && !inSection) return undefined;
  if (bound === 'either' && !inSection && NO_GATE.test(name)) return undefined;
  if (metric) return { better: agreed(metric, bound), sure: inSection || /min|max/.test(bounds.join()) };
  if (NO_GATE.test(name) || bound === undefined || !inSection || metricWords.length > 1) return undefined;
  return { better: bound === 'either' ? 'unknown' : bound, sure: false };
}

function boundOf(words: readonly string[]): Direction | 'either' | undefined {
  if (words.some((word) => AT_LEAST.has(word))) return 'higher';
  if (words.some((word) => AT_MOST.has(word))) return 'lower';
  return words.some((word) => EITHER.has(word)) ? 'either' : undefined;
}

function isBound(word: string): boolean {
  return AT_LEAST.has(word) || AT_MOST.has(word) || EITHER.has(word) || word === 'at';
}

/** `thresholds.auc.min`: the metric is the name of a section. */
function metricOfSections(sections: readonly string[]): Direction | undefined {
  return sections
    .toReversed()
    .map((part) => metricDirection(wordsOf(part).filter((word) => !isBound(word))))
    .find((one) => one !== undefined);
}

/** `max_accuracy` contradicts itself: an upper limit of something that should be high is no gate we understand. */
function agreed(metric: Direction, bound: Direction | 'either' | undefined): Direction | 'unknown' {
  return bound === undefined || bound === 'either' || bound === metric ? metric : 'unknown';
}

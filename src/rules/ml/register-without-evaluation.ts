import type { PythonView } from '../../documents/python.ts';
import type { MlPipeline } from '../../subjects/ml-pipeline.ts';
import type { Observation, Rule, RuleContext } from '../../types.ts';
import { quote } from '../quote.ts';
import { callKey, type PlacedCall, placedCalls } from './calls/placed-calls.ts';
import { registersModel } from './registry/registering-calls.ts';
import { isTestPath, type PythonSource, pythonUnits } from './seeds/python-unit.ts';

const MEASURES =
  /(^|[^A-Za-z])(evaluat\w*|eval|score|scores|scorer|validat\w*|metrics?|accuracy\w*|f1\w*|auc|rmse|mae|mse|benchmark\w*|compare\w*|better|gate\w*|threshold\w*|champion\w*|challenger\w*|approv\w*|cross_val\w*|test_\w+)([^A-Za-z]|$)/i;

export const registerWithoutEvaluation: Rule<PythonSource> = {
  id: 'register-without-evaluation',
  kinds: ['python', 'notebook'],
  title: 'A model is registered without having been judged',
  severity: 'medium',
  confidence: 'heuristic',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document, context) {
    if (isTestPath(document.path)) return;
    const registering = placedCalls(document).filter(({ call }) => registersModel(call));
    const [first] = registering;
    if (!first || isJudgedBefore(document, context)) return;
    const measured = pythonUnits(document).some(({ view }) => measures(view));
    if (!measured) for (const placed of registering) yield problem(placed);
  },
};

/** Any sign of a verdict counts: a metric that is computed, compared or read. */
function measures(view: PythonView): boolean {
  return (
    view.calls.some(
      (call) =>
        !registersModel(call) &&
        [call.resolved, ...call.args.map(({ value }) => value.text)].some((text) => MEASURES.test(text)),
    ) ||
    view.attributes.some(({ name }) => MEASURES.test(name)) ||
    view.comparisons.some(({ left, right }) => MEASURES.test(left.text) || MEASURES.test(right.text)) ||
    view.functions.some(
      ({ name, parameters }) => MEASURES.test(name) || parameters.some((one) => MEASURES.test(one.name)),
    ) ||
    view.assignments.some(({ name }) => MEASURES.test(name)) ||
    view.imports.some(({ name }) => MEASURES.test(name))
  );
}

/** By another stage of the pipeline, before this one. */
function isJudgedBefore({ path }: PythonSource, { project, side }: RuleContext): boolean {
  const pipelines = project[side].subjects
    .filter(({ type }) => type === 'pipeline')
    .map(({ value }) => value as MlPipeline);
  return pipelines.some(({ nodes }) => {
    const own = nodes.find(({ scripts }) => scripts.includes(path));
    return own !== undefined && nodes.some((node) => node !== own && MEASURES.test(node.name));
  });
}

function problem({ call, unit }: PlacedCall): Observation {
  return {
    range: unit.toFileRange(call.calleeRange),
    key: callKey(call),
    message: {
      what: `${quote(call.callee)} registers the model, and nothing in this file measures it.`,
      why: 'What is in the registry is taken for a candidate: a model that learned nothing is there like any other.',
      remedy: 'Evaluate it on held-out data first, and register it only if it passes a limit that is written down.',
    },
  };
}

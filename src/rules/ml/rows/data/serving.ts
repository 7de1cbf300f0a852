import { argument, type PythonCall } from '../../../../documents/python.ts';
import { quote } from '../../../quote.ts';
import { perView } from '../../calls/per-view.ts';
import { calledName } from '../../calls/placed-calls.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { CallRow, Found } from '../row.ts';

const LOADS =
  /^(torch\.(jit\.)?load|joblib\.load|pickle\.load|(keras|tf_keras|tensorflow\.keras)\.(\w+\.)*load_model|mlflow\.(\w+\.)*load_model|onnxruntime\.InferenceSession|spacy\.load|sentence_transformers\.SentenceTransformer|transformers\.(pipeline|\w+\.from_pretrained))$/;
const ROUTE = /(^|\.)(route|get|post|put|api|predict_fn|websocket)$/;
const CACHED = /(^|\.)(lru_cache|cache|cached|cached_property|memoize)$/;

/** Calls of programs that answer requests, and of the registry that they take models from. */
export const serving: readonly CallRow[] = [
  {
    id: 'model-loaded-per-request',
    title: 'The model is loaded anew for every request',
    severity: 'medium',
    confidence: 'likely',
    domain: 'performance',
    aliases: {},
    why: 'Each answer waits for the file to be read, and requests that come together each hold a copy in memory.',
    remedy: 'Load it once, when the program starts, and use that in the handler.',
    find: loadedPerRequest,
  },
  {
    id: 'flask-debug-server',
    title: 'Flask runs with its debugger',
    severity: 'medium',
    confidence: 'likely',
    domain: 'security',
    aliases: { ruff: ['S201'], bandit: ['B201', 'flask_debug_true'] },
    fixable: true,
    why: 'The page of an error holds a console: whoever reaches the port runs Python in the server.',
    remedy:
      'Leave `debug` out, serve with a server for production such as gunicorn, and use `flask run --debug` on your machine.',
    find: (call, unit) => {
      const debug = argument(call, 'debug');
      if (call.receiver !== 'flask.Flask' || calledName(call) !== 'run' || debug?.value.value !== true)
        return undefined;
      const isOpen = argument(call, 'host', 0)?.value.value === '0.0.0.0';
      return {
        what: `${quote(call.callee)} is called with ${quote('debug=True')}${isOpen ? ' and listens on every address' : ''}.`,
        range: debug.range,
        ...(isUnderMain(call, unit) ? { severity: 'low' as const } : isOpen ? { severity: 'high' as const } : {}),
        fix: { title: 'Run without the debugger', range: debug.value.range, text: 'False' },
      };
    },
  },
  {
    id: 'traffic-split-sum',
    title: 'The shares of traffic do not add up to 100',
    severity: 'high',
    confidence: 'certain',
    domain: 'correctness',
    aliases: {},
    why: 'Vertex AI refuses the deployment: the new model does not go live, after everything before it was done.',
    remedy: 'Make the shares add up to 100.',
    find: (call) => {
      const split = argument(call, 'traffic_split')?.value;
      const shares = split?.entries?.map(({ value }) => value.value) ?? [];
      const numbers = shares.filter((share) => typeof share === 'number');
      const sum = numbers.reduce((total, share) => total + share, 0);
      if (!split || split.text.includes('**') || numbers.length === 0) return undefined;
      if (numbers.length < shares.length || sum === 100) return undefined;
      return { what: `${quote(split.text)} adds up to ${sum}.`, range: split.range };
    },
  },
  {
    id: 'registry-stage-deprecated',
    title: 'Models are promoted by stages, which MLflow gives up',
    severity: 'low',
    confidence: 'certain',
    domain: 'maintainability',
    aliases: {},
    why: 'Stages are deprecated since MLflow 2.9 and go away: the promotion then fails, or the serving job finds no model.',
    remedy:
      'Set an alias, `client.set_registered_model_alias(name, "champion", version)`, and load `models:/name@champion`.',
    find: (call) => {
      const name = calledName(call);
      const isOld =
        name === 'transition_model_version_stage' || (name === 'get_latest_versions' && argument(call, 'stages', 1));
      return isOld ? { what: `${quote(call.callee)} works with stages.` } : undefined;
    },
  },
  {
    id: 'eval-mode-missing',
    title: 'A model predicts in training mode',
    severity: 'medium',
    confidence: 'likely',
    domain: 'correctness',
    aliases: { sonar: ['S6982'] },
    why: 'Dropout still throws values away and batch statistics still change: the same input gets another answer each time.',
    remedy: 'Call `eval()` on the model after its weights are loaded.',
    find: notInEvalMode,
  },
];

/** Where `if __name__ == "__main__":` begins, which a server for production does not run. */
const mainStart = perView(({ source }) => source.search(/^if __name__\b/m));

function isUnderMain({ statementRange, functionName }: PythonCall, unit: PythonUnit): boolean {
  const main = mainStart(unit);
  const isIndented = /[ \t]/.test(unit.source[statementRange.start - 1] ?? '');
  return functionName === '' && isIndented && main >= 0 && main < statementRange.start;
}

/** Functions that answer requests and load what they need anew each time, by their name. */
const handlers = perView(({ view, source }) => {
  const found = view.functions.filter(({ name, decorators, bodyRange }) => {
    const resolved = decorators.map((decorator) => decorator.resolved ?? '');
    const answers = name === 'lambda_handler' || resolved.some((one) => ROUTE.test(one) && one.includes('.'));
    // A route may be there for loading; what is kept in a global, a cache or a table is loaded once.
    if (!answers || resolved.some((one) => CACHED.test(one)) || /load|warm|init/i.test(name)) return false;
    return !/\bglobal\b|\bis None\b|\bif not\b|\bnot in\b|cache|\.state\b/i.test(
      source.slice(bodyRange.start, bodyRange.end),
    );
  });
  return new Set(found.map(({ name }) => name));
});

function loadedPerRequest(call: PythonCall, unit: PythonUnit): Found | undefined {
  if (!LOADS.test(call.resolved) || !handlers(unit).has(call.functionName)) return undefined;
  return { what: `${quote(call.callee)} stands in the handler ${quote(call.functionName)}.` };
}

const setsMode = perView(({ source }) =>
  /\.(eval|train|backward|requires_grad_|merge_and_unload)\(|\.training\b/.test(source),
);

/** Where each name is called last, by function and name. */
const lastCalls = perView(
  ({ view }) => new Map(view.calls.map((call) => [`${call.functionName}/${call.callee}`, call.range.start])),
);

/** The whole file loads weights and predicts, trains nothing, and sets no mode. */
function notInEvalMode(call: PythonCall, unit: PythonUnit): Found | undefined {
  const [, model] = /^(\w+)\.load_state_dict$/.exec(call.callee) ?? [];
  if (!model || unit.isCell || /optim|sched|scaler/i.test(model) || setsMode(unit)) return undefined;
  const predictedAt = lastCalls(unit).get(`${call.functionName}/${model}`) ?? -1;
  return predictedAt > call.range.start
    ? { what: `${quote(model)} gets its weights and predicts, and its mode is never set.` }
    : undefined;
}

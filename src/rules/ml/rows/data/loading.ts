import { argument, type PythonCall } from '../../../../documents/python.ts';
import { quote } from '../../../quote.ts';
import { calledName } from '../../calls/placed-calls.ts';
import type { CallRow, Found } from '../row.ts';

const KERAS = /^(keras|tf_keras|tensorflow\.(python\.)?keras)\./;
const SAFE_YAML = /(^|\.)(C?SafeLoader|C?BaseLoader|C?FullLoader)$/;
const UNSAFE_YAML = /^yaml\.(loader\.)?(Unsafe|C|CUnsafe)?Loader$/;
/** Users of images, whose home is the same for everybody. */
const SHARED_HOME =
  /^\/home\/(airflow|jovyan|ubuntu|app\w*|user|work|worker|sagemaker-user|vscode|runner|model-server|mambauser|nonroot|node)\//;
const OWN_HOME = /^(\/home\/[^/\s]+\/|\/Users\/(?!Shared\/)[^/\s]+\/|[A-Za-z]:[\\/]+Users[\\/]+[^\\/\s]+[\\/])/;
const FILE_CALL =
  /^(open|Path|PurePath|chdir|join|(read|load|save|to|scan|write)_?\w*|(Pipeline|Data)?Loader|ImageFolder|listdir|glob|savefig|dump|from_pretrained|use)$/;

/** Calls that bring models, data or settings in. */
export const loading: readonly CallRow[] = [
  {
    id: 'keras-unsafe-load',
    title: 'A Keras model may run code when it is loaded',
    severity: 'medium',
    confidence: 'certain',
    domain: 'security',
    aliases: {},
    fixable: true,
    why: 'A Lambda layer holds Python code: whoever made or changed the file runs it in this process.',
    remedy: 'Load with `safe_mode=True`, and replace Lambda layers by registered ones.',
    find: kerasUnsafe,
  },
  {
    id: 'yaml-unsafe-load',
    title: 'YAML that is read can make any object',
    severity: 'medium',
    confidence: 'likely',
    domain: 'security',
    aliases: { ruff: ['S506'], bandit: ['B506', 'yaml_load'] },
    fixable: true,
    inTests: true,
    why: 'The file names the Python objects that are made of it: whoever writes it runs code in this process.',
    remedy: 'Use `yaml.safe_load`.',
    find: yamlUnsafe,
  },
  {
    id: 'wandb-artifact-latest',
    title: 'A run reads whatever version of an artifact is the latest',
    severity: 'low',
    confidence: 'likely',
    domain: 'reproducibility',
    aliases: {},
    why: 'The same code trains on other data after the next upload, and the run cannot be repeated by its code alone.',
    remedy: 'Name the version, `:v3`, and raise it by a change.',
    find: (call) => {
      const name = calledName(call) === 'use_artifact' ? argument(call, 'artifact_or_name', 0)?.value : undefined;
      return name && /:latest["']$/.test(name.text)
        ? { what: `The run uses ${quote(name.text)}.`, range: name.range }
        : undefined;
    },
  },
  {
    id: 'hardcoded-local-path',
    title: "A path of somebody's own machine stands in the code",
    severity: 'low',
    confidence: 'heuristic',
    domain: 'reproducibility',
    aliases: {},
    why: 'The file is on that one machine: for everybody else, and in the pipeline, the step fails or reads something else.',
    remedy: 'Take the path from a parameter, or make it relative to the project.',
    find: (call) => {
      if (!FILE_CALL.test(calledName(call))) return undefined;
      const path = call.args.find(
        ({ value: { value } }) => typeof value === 'string' && OWN_HOME.test(value) && !SHARED_HOME.test(value),
      );
      return path && { what: `${quote(call.callee)} uses ${quote(path.value.text)}.`, range: path.value.range };
    },
  },
  {
    id: 'http-without-timeout',
    title: 'A request may wait for ever',
    severity: 'low',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'reliability',
    aliases: { ruff: ['S113'], bandit: ['B113', 'request_without_timeout'] },
    inTests: true,
    why: 'A server that takes the connection and answers nothing holds the step, and its worker, until somebody ends it.',
    remedy: 'Add `timeout`, in seconds.',
    find: noTimeout,
  },
];

function kerasUnsafe(call: PythonCall): Found | undefined {
  if (!KERAS.test(call.resolved)) return undefined;
  if (calledName(call) === 'enable_unsafe_deserialization')
    return { what: `${quote(call.callee)} lets every model that is loaded run its code.` };
  const mode = argument(call, 'safe_mode');
  if (mode?.value.value !== false) return undefined;
  return {
    what: `${quote(call.callee)} is called with ${quote('safe_mode=False')}.`,
    range: mode.range,
    fix: { title: 'Refuse code in models', range: mode.value.range, text: 'True' },
  };
}

function yamlUnsafe(call: PythonCall): Found | undefined {
  if (/^yaml\.unsafe_load(_all)?$/.test(call.resolved)) return { what: `${quote(call.callee)} makes any object.` };
  if (!/^yaml\.load(_all)?$/.test(call.resolved) || call.hasDoubleStarArgs || call.hasStarArgs) return undefined;
  const loader = argument(call, 'Loader', 1);
  if (!loader) {
    return {
      what: `${quote(call.callee)} is called without a loader.`,
      fix: {
        title: 'Make plain values only',
        range: call.calleeRange,
        text: call.callee.replace(/load(_all)?$/, 'safe_load$1'),
      },
    };
  }
  const name = loader.value.resolved ?? '';
  if (SAFE_YAML.test(name) || !UNSAFE_YAML.test(name)) return undefined;
  return {
    what: `${quote(call.callee)} uses ${quote(loader.value.text)}.`,
    range: loader.range,
    ...(loader.value.text.includes('.')
      ? {
          fix: {
            title: 'Make plain values only',
            range: loader.value.range,
            text: loader.value.text.replace(/\w+$/, 'SafeLoader'),
          },
        }
      : {}),
  };
}

/** requests waits for ever unless told otherwise, httpx only where it is told to. */
function noTimeout(call: PythonCall): Found | undefined {
  const [, library] =
    /^(requests|httpx)\.(?:api\.)?(?:get|post|put|delete|patch|head|options|request|stream|Client|AsyncClient)$/.exec(
      call.resolved,
    ) ?? [];
  if (!library || call.hasDoubleStarArgs) return undefined;
  const timeout = argument(call, 'timeout');
  if (timeout ? timeout.value.value !== null : library === 'httpx') return undefined;
  return { what: `${quote(call.callee)} has no timeout.` };
}

import { argument, type PythonCall, type PythonView } from '../../documents/python.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import {
  DAG_DECORATOR,
  dagCalls,
  dagFunctions,
  dagKey,
  decoratorCall,
  dictionaryOf,
  operatorCalls,
  taskFunctions,
} from './airflow/dag-file.ts';
import { isTestPath, type PythonSource, pythonUnits } from './seeds/python-unit.ts';

/** They do no work that can fail on the way. */
const NO_WORK = /(Empty|Dummy|Branch\w*|ShortCircuit|LatestOnly|TriggerDagRun)Operator$|\.(branch|short_circuit)$/;

export const airflowNoRetries: Rule<PythonSource> = {
  id: 'airflow-no-retries',
  kinds: ['python'],
  title: 'Tasks of the DAG are not retried',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (isTestPath(document.path)) return;
    for (const { view, toFileRange } of pythonUnits(document)) {
      const tasks = tasksOf(view);
      for (const dag of dagCalls(view)) {
        const own = tasks.filter((task) => task.dag === dag);
        const retried = defaultRetries(dag, view);
        if (retried === 'unknown' || own.length === 0) continue;
        const open = retried === 'yes' ? [] : own.filter((task) => !task.retried);
        const range = toFileRange(dag.calleeRange);
        if (open.length > 0) yield problem(open, own.length, dag, range);
        else yield { proof: `${own.length} of ${own.length} tasks of the DAG are retried`, range };
      }
    }
  },
};

interface Task {
  readonly name: string;
  /** It sets `retries` itself. */
  readonly retried: boolean;
  readonly dag: PythonCall | undefined;
}

function tasksOf(view: PythonView): readonly Task[] {
  const own = (call: PythonCall | undefined) =>
    call !== undefined && (call.hasDoubleStarArgs || argument(call, 'retries') !== undefined);
  const operators = operatorCalls(view)
    .filter(({ resolved }) => !NO_WORK.test(resolved.replace(/\.partial$/, '')))
    .map((call) => ({
      name: argument(call, 'task_id')?.value.text ?? call.callee,
      retried: own(call),
      dag: dagAt(call.functionName, call.range.start, view),
    }));
  const functions = taskFunctions(view)
    .filter(({ decorators }) => !decorators.some(({ resolved }) => NO_WORK.test(resolved ?? '')))
    .map((one) => ({
      name: one.name,
      retried: own(decoratorCall(view, one)),
      dag: dagAt(one.name, one.range.start, view),
    }));
  return [...operators, ...functions];
}

/** The function around a task that builds a DAG, or the last DAG that was made above it; a task may also stand before the only one. */
function dagAt(functionName: string, start: number, view: PythonView): PythonCall | undefined {
  const builder = dagFunctions(view).find(({ name }) => functionName.startsWith(`${name}.`) || functionName === name);
  const decorator = builder && decoratorCall(view, builder, DAG_DECORATOR);
  if (builder) return decorator;
  const dags = dagCalls(view);
  return dags.length === 1 ? dags[0] : dags.findLast(({ range }) => range.start < start);
}

/** A zero that is written down is a decision. */
function defaultRetries(dag: PythonCall, view: PythonView): 'yes' | 'no' | 'unknown' {
  if (dag.hasDoubleStarArgs) return 'unknown';
  const given = argument(dag, 'default_args');
  if (!given) return 'no';
  const dictionary = dictionaryOf(given.value, view);
  if (!dictionary) return 'unknown';
  return dictionary.entries?.some(({ key }) => key.value === 'retries') ? 'yes' : 'no';
}

function problem(open: readonly Task[], total: number, dag: PythonCall, range: Range): Observation {
  const named = quoteAll(open.map(({ name }) => name.replace(/^["']|["']$/g, '')));
  return {
    range,
    key: dagKey(dag),
    message: {
      what: `${open.length} of ${total} tasks have no ${quote('retries')}, neither in ${quote('default_args')} nor of their own: ${named}.`,
      why: 'One dropped connection fails the run, and the model is trained on old data or not at all until somebody looks.',
      remedy: `Set ${quote('retries')} and ${quote('retry_delay')} in ${quote('default_args')}, once each task can write twice without harm.`,
    },
  };
}

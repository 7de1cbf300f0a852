import {
  argument,
  type PythonCall,
  type PythonExpression,
  type PythonFunction,
  type PythonView,
} from '../../../documents/python.ts';
import { callAt } from '../calls/call-at.ts';
import { perView, type Viewed } from '../calls/per-view.ts';

const DAG = /^airflow\.(DAG|models\.DAG|models\.dag\.DAG|sdk\.DAG|sdk\.definitions\.dag\.DAG)$/;
/** `@dag` of both generations of Airflow. */
export const DAG_DECORATOR = /^airflow\.(decorators|sdk)(\.dag)?\.dag$/;
const TASK_DECORATOR = /^airflow\.(decorators|sdk)(\.task)?\.task(\.\w+)?$/;

/** The calls that make a DAG: `DAG(...)` and `@dag(...)`. */
export function dagCalls(view: PythonView): readonly PythonCall[] {
  return callsOfDags({ view });
}

const callsOfDags = perView(({ view }: Viewed) =>
  view.calls.filter(({ resolved }) => DAG.test(resolved) || DAG_DECORATOR.test(resolved)),
);
const functionsOfDags = perView(({ view }: Viewed) => decoratedBy(view, DAG_DECORATOR));
const functionsOfTasks = perView(({ view }: Viewed) => decoratedBy(view, TASK_DECORATOR));

/** The structural address of a DAG: its id, or the function that builds it. */
export function dagKey(dag: PythonCall): string {
  return `dag/${argument(dag, 'dag_id', 0)?.value.text ?? dag.functionName}`;
}

/** Functions whose body builds a DAG: it runs whenever the scheduler reads the file. */
export function dagFunctions(view: PythonView): readonly PythonFunction[] {
  return functionsOfDags({ view });
}

/** Functions that are tasks. */
export function taskFunctions(view: PythonView): readonly PythonFunction[] {
  return functionsOfTasks({ view });
}

/** Whether the file defines a DAG. */
export function isDagFile(view: PythonView): boolean {
  return dagCalls(view).length > 0 || dagFunctions(view).length > 0;
}

/** Operators, sensors and transfers, by their `task_id`. */
export function operatorCalls(view: PythonView): readonly PythonCall[] {
  return view.calls.filter(
    ({ resolved, args }) =>
      args.some(({ name }) => name === 'task_id') &&
      /(Operator|OperatorAsync|Sensor|SensorAsync|Transfer)(\.partial)?$/.test(resolved),
  );
}

/** The decorator of a function, as a call where it has arguments. */
export function decoratorCall(
  view: PythonView,
  definition: PythonFunction,
  pattern = TASK_DECORATOR,
): PythonCall | undefined {
  const decorator = definition.decorators.find(({ resolved }) => pattern.test(resolved ?? ''));
  return decorator && callAt(decorator.range, { view });
}

/** What a dictionary or the name of one holds: `undefined` where that is not known from this file. */
export function dictionaryOf(value: PythonExpression, view: PythonView): PythonExpression | undefined {
  if (value.kind === 'dict') return value.text.includes('**') ? undefined : value;
  if (value.kind !== 'name') return undefined;
  const assigned = view.assignments.filter(({ name }) => name === value.text || name.startsWith(`${value.text}[`));
  const [only] = assigned;
  return assigned.length === 1 && only?.value.kind === 'dict' ? dictionaryOf(only.value, view) : undefined;
}

function decoratedBy(view: PythonView, pattern: RegExp): readonly PythonFunction[] {
  return view.functions.filter(({ decorators }) => decorators.some(({ resolved }) => pattern.test(resolved ?? '')));
}

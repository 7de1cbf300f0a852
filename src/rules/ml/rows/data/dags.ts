import { argument, type PythonCall, type PythonFunction } from '../../../../documents/python.ts';
import { quote } from '../../../quote.ts';
import { dagCalls, operatorCalls, taskFunctions } from '../../airflow/dag-file.ts';
import { callAt } from '../../calls/call-at.ts';
import { perView } from '../../calls/per-view.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { Row } from '../row.ts';

const dagsOf = perView(({ view }) => new Set(dagCalls(view)));
const operators = perView(({ view }) => new Set(operatorCalls(view)));
/** `{{ ti.xcom_pull(task_ids='load') }}` and nothing else. */
const PULL =
  /^[rbu]{0,2}("|')\{\{\s*(?:ti|task_instance)\.xcom_pull\(\s*(?:key\s*=\s*["']return_value["']\s*,\s*)?(?:task_ids?\s*=\s*)?[[(]?\s*["']([\w.-]{1,200})["']\s*,?\s*[\])]?\s*(?:,\s*key\s*=\s*["']return_value["']\s*)?\)\s*\}\}\1$/;
const MAPPING =
  /^(typing\.|collections(\.abc)?\.|t\.)?(dict|Dict|Mapping|MutableMapping|OrderedDict|DefaultDict|TypedDict)\b/;

/** How DAGs of Airflow are written. */
export const dags: readonly Row[] = [
  {
    id: 'airflow-no-schedule',
    title: 'A DAG does not say when it runs',
    severity: 'low',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'reliability',
    aliases: { ruff: ['AIR002'] },
    inTests: true,
    why: 'Without a schedule Airflow 2 runs it each day, and Airflow 3 never: an upgrade stops the training silently.',
    remedy: 'Say `schedule=`, with None where it is started by hand.',
    find: (call, unit) => {
      if (!dagsOf(unit).has(call) || call.hasDoubleStarArgs) return undefined;
      return ['schedule', 'schedule_interval', 'timetable'].some((name) => argument(call, name))
        ? undefined
        : { what: `${quote(call.callee)} has no ${quote('schedule')}.` };
    },
  },
  {
    id: 'airflow-task-variable-name',
    title: 'A task has one name in the code and another one on the page',
    severity: 'info',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { ruff: ['AIR001'] },
    inTests: true,
    why: 'Who sees a failed task on the page of Airflow looks for a name that the code does not have.',
    remedy: 'Give the variable the name of the task.',
    *findAll(unit) {
      for (const { name, value, range, functionName } of unit.view.assignments) {
        if (
          value.kind !== 'call' ||
          !/^\w+$/.test(name) ||
          !/^airflow\.(providers\.[\w.]+\.)?(operators|sensors)\./.test(value.resolved ?? '')
        )
          continue;
        const call = callAt(value.range, unit);
        const id = call && argument(call, 'task_id')?.value;
        if (
          typeof id?.value !== 'string' ||
          id.kind !== 'literal' ||
          id.value === name ||
          id.value.replace(/\W/g, '_') === name
        )
          continue;
        yield {
          range: { start: range.start, end: range.start + name.length },
          key: `${functionName}/${name}`,
          what: `${quote(name)} holds the task ${quote(id.value)}.`,
        };
      }
    },
  },
  {
    id: 'airflow-branch-as-condition',
    title: 'A branch has one way only',
    severity: 'info',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { ruff: ['AIR004'] },
    inTests: true,
    why: 'It goes on or does not: whoever reads the graph looks for the other way, and the name of the task has to be kept in step by hand.',
    remedy: 'Use `@task.short_circuit` and return whether to go on.',
    *findAll(unit) {
      for (const one of unit.view.functions) {
        const isBranch = one.decorators.some(({ resolved }) =>
          /^airflow\.(decorators|sdk)\.task\.branch$/.test(resolved ?? ''),
        );
        const returns = isBranch ? returnsOf(one, unit) : [];
        const ways = returns.filter((text) => !/^(\[\s*\]|None|)$/.test(text));
        if (returns.length === 2 && ways.length === 1)
          yield {
            range: one.nameRange,
            key: one.name,
            what: `${quote(one.name)} returns ${quote(ways[0] ?? '')} or nothing.`,
          };
      }
    },
  },
  {
    id: 'airflow-pull-in-template',
    title: 'The result of a task is fetched by a text',
    severity: 'info',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { ruff: ['AIR201'] },
    inTests: true,
    why: 'The order of the two tasks has to be said beside it, and a task that gets another name fails only when it runs.',
    remedy: 'Pass `task.output`: it brings the order with it.',
    *findAll(unit) {
      for (const call of operators(unit)) {
        for (const { name, value } of call.args) {
          const [, , task] = PULL.exec(value.text) ?? [];
          if (task && name !== 'task_id')
            yield {
              range: value.range,
              key: `${call.functionName}/${taskId(call)}/${name ?? ''}`,
              what: `${quote(value.text)} fetches the result of ${quote(task)}.`,
            };
        }
      }
    },
  },
  {
    id: 'airflow-implicit-outputs',
    title: 'A task that returns a dictionary does not say how it is kept',
    severity: 'info',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { ruff: ['AIR202'] },
    inTests: true,
    why: 'By the annotation alone Airflow decides whether each key becomes a value of its own: who adds or corrects it changes what other tasks get.',
    remedy: 'Say `multiple_outputs=True`, or `False`.',
    *findAll(unit) {
      for (const one of taskFunctions(unit.view)) {
        const [decorator] = one.decorators.filter(({ resolved }) => /\.task(\.\w+)?$/.test(resolved ?? ''));
        if (!decorator || /\.sensor$/.test(decorator.resolved ?? '') || decorator.text.includes('multiple_outputs'))
          continue;
        const annotation =
          /->\s*([^:\n]{1,200}):\s*(?:#[^\n]*)?$/
            .exec(unit.source.slice(one.range.start, one.bodyRange.start).trimEnd())?.[1]
            ?.trim() ?? '';
        const isMapping = MAPPING.test(annotation) || isTypedDict(annotation, unit);
        if (isMapping || returnsOf(one, unit).some((text) => /^(\{[^{}]*:|\{\*\*|dict\()/s.test(text)))
          yield { range: one.nameRange, key: one.name, what: `${quote(one.name)} returns a dictionary.` };
      }
    },
  },
];

function taskId(call: PythonCall): string {
  return argument(call, 'task_id')?.value.text ?? '';
}

/** What a function returns, without what functions and classes inside it return. */
function returnsOf(one: PythonFunction, { source, view }: PythonUnit): readonly string[] {
  const inner = [...view.functions, ...view.classes]
    .map(({ range }) => range)
    .filter(({ start, end }) => start >= one.bodyRange.start && end <= one.bodyRange.end);
  const body = source.slice(one.bodyRange.start, one.bodyRange.end);
  return [...body.matchAll(/(?<=^|\n)[ \t]*return\b([^\n]*(?:\n[ \t]+["'}\])][^\n]*){0,20})/g)].flatMap((match) => {
    const at = one.bodyRange.start + match.index;
    return inner.some(({ start, end }) => at >= start && at < end)
      ? []
      : [(match[1] ?? '').replace(/\s#[^\n]*$/, '').trim()];
  });
}

function isTypedDict(annotation: string, { view }: PythonUnit): boolean {
  return view.classes.some(
    ({ name, bases }) => name === annotation && bases.some(({ resolved }) => /(^|\.)TypedDict$/.test(resolved ?? '')),
  );
}

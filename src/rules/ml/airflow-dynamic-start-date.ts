import type { PythonCall, PythonExpression, PythonView } from '../../documents/python.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { dagCalls, isDagFile, operatorCalls } from './airflow/dag-file.ts';
import { isTestModule, type PythonSource, pythonUnits } from './seeds/python-unit.ts';

const CLOCK =
  /(^|\.)(datetime\.(now|utcnow|today)|date\.today|days_ago|timezone\.(utcnow|now)|pendulum\.(now|today|yesterday|tomorrow)|Timestamp\.(now|today|utcnow))$/;

export const airflowDynamicStartDate: Rule<PythonSource> = {
  id: 'airflow-dynamic-start-date',
  kinds: ['python'],
  title: 'The start date of the DAG moves with the clock',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (isTestModule(document.path)) return;
    for (const { view, toFileRange } of pythonUnits(document)) {
      if (!isDagFile(view)) continue;
      for (const { value, where } of startDates(view)) {
        const clock = clockIn(value, view);
        if (clock) yield problem(toFileRange(value.range), where, value, clock);
      }
    }
  },
};

interface StartDate {
  readonly value: PythonExpression;
  readonly where: string;
}

/** Of DAGs, of operators, and of dictionaries of default arguments. */
function startDates(view: PythonView): readonly StartDate[] {
  const passed = [...dagCalls(view), ...operatorCalls(view)].flatMap(({ callee, functionName, args }) =>
    args
      .filter(({ name }) => name === 'start_date')
      .map(({ value }) => ({ value, where: `${functionName}/${callee}` })),
  );
  const dictionaries = [
    ...view.assignments.map(({ name, value }) => ({ value, where: name })),
    ...dagCalls(view).flatMap(({ callee, args }) => args.map(({ value }) => ({ value, where: callee }))),
  ];
  const entries = dictionaries.flatMap(({ value, where }) =>
    (value.entries ?? []).filter(({ key }) => key.value === 'start_date').map((one) => ({ value: one.value, where })),
  );
  return [...passed, ...entries];
}

/** In the expression, or in what its name was assigned. */
function clockIn(value: PythonExpression, view: PythonView): PythonCall | undefined {
  const own = clocksWithin(value.range, view);
  if (own || value.kind !== 'name') return own;
  const assigned = view.assignments.findLast(
    ({ name, range }) => name === value.text && range.end <= value.range.start,
  );
  return assigned && clocksWithin(assigned.value.range, view);
}

function clocksWithin({ start, end }: Range, view: PythonView): PythonCall | undefined {
  return view.calls.find(({ range, resolved }) => range.start >= start && range.end <= end && CLOCK.test(resolved));
}

function problem(range: Range, where: string, value: PythonExpression, clock: PythonCall): Observation {
  return {
    range,
    key: `${where}/start_date`,
    message: {
      what: `The start date is ${quote(value.text)}, and ${quote(clock.callee)} gives another one each time the file is read.`,
      why: 'The end of the first interval moves away with it: runs start late, twice or never, and no run can be repeated.',
      remedy: `Write down a date, as ${quote('datetime(2026, 1, 1)')}, and keep ${quote('catchup=False')} where the past is not wanted.`,
    },
  };
}

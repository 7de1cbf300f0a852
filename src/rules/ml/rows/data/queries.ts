import type { PythonBuiltText, PythonParameter } from '../../../../documents/python.ts';
import { quote } from '../../../quote.ts';
import { perView } from '../../calls/per-view.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { Placed, UnitRow } from '../row.ts';

const STATEMENT =
  /^[rbuft]{0,3}["'(\s]*(?:with\s+\w+\s+as\s*\(|select\s[\s\S]{0,2000}?\bfrom\b|delete\s+from\b|insert\s+(?:into\s+)?[\s\S]{1,400}?\b(?:values|select)\b|replace\s+(?:into\s)?[\s\S]{1,200}?\bvalues\b|update\s[\s\S]{1,400}?\bset\b)/i;
/** What sends a text to a database. */
const RUNS =
  /(^|\.)(execute|executemany|executescript|exec_driver_sql|read_sql(_query)?|read_gbq|read_database|get_pandas_df|get_df|get_records|get_first|query)$/;
const TEXTS = /^(?:sqlalchemy\.)?text$/;
/** Where the grammar has a value: behind a comparison, or in quotes. */
const PLACE = String.raw`(?:=|<|>|\b(?:like|values\s*\(|in\s*\(|between|and|limit|offset))\s*'?(?:%'?)?`;
/** What an f-string puts there, with neither a format nor a call, which may make it harmless; `{}` and `{0}` are of `format`. */
const PUT_BY_NAME = new RegExp(
  String.raw`${PLACE}\{\s*([A-Za-z_]\w{0,60})(?:\.\w+|\[[^\][{}]{0,60}\])*\s*(?:!r|!s)?\}`,
  'gi',
);
/** A place that is filled by what stands behind the text. */
const PUT_BY_ORDER = new RegExp(String.raw`${PLACE}(?:["']{1,3}\s*(?:\+|%)|\{\d?\}|%(?:\(\w{1,60}\))?s)`, 'i');
/** Annotations of values in which no SQL can be written. */
const HARMLESS =
  /^["']?(?:\w+\.)*(?:int|float|bool|Decimal|date|datetime|Timestamp|UUID)\b(?:\s*\|\s*None)?["']?$|^(?:\w+\.)?Optional\[(?:\w+\.)*(?:int|float|bool|Decimal|date|datetime|Timestamp|UUID)\]$/;

const sqlTexts = perView((unit) =>
  unit.view.builtTexts.filter(({ range }) => STATEMENT.test(textOf(range, unit).slice(0, 4000))),
);

const runs = perView(({ view }) => view.calls.filter(({ resolved }) => isRun(resolved)));

/** Statements of SQL that are put together of strings. */
export const queries: readonly UnitRow[] = [
  {
    id: 'sql-value-in-text',
    title: 'A value becomes part of an SQL statement',
    severity: 'medium',
    confidence: 'likely',
    domain: 'security',
    aliases: {
      ruff: ['S608'],
      bandit: ['B608', 'hardcoded_sql_expressions'],
      semgrep: ['sqlalchemy-execute-raw-query', 'formatted-sql-query'],
    },
    inTests: true,
    why: 'Whoever chooses the value writes SQL: with a quote in it the statement reads or deletes other rows, and an innocent one breaks it.',
    remedy:
      'Leave a placeholder in the statement and pass the value beside it, as `params=` of `read_sql` or the second argument of `execute`.',
    *findAll(unit) {
      for (const text of sqlTexts(unit)) {
        const runner = runnerOfValue(text, unit);
        if (runner) yield found(text, `${quote(runner)} runs ${quote(textOf(text.range, unit))}.`);
      }
    },
  },
  {
    id: 'sql-built-from-strings',
    title: 'An SQL statement is put together of strings',
    severity: 'low',
    confidence: 'heuristic',
    strictness: 'pedantic',
    domain: 'security',
    aliases: { ruff: ['S608'], bandit: ['B608', 'hardcoded_sql_expressions'] },
    inTests: true,
    why: 'Nobody sees from here whether what is put in is a name of this repository or a text that somebody sends.',
    remedy: 'Pass values as parameters, and check names of tables and columns against a list.',
    *findAll(unit) {
      for (const text of sqlTexts(unit)) {
        if (!runnerOfValue(text, unit)) yield found(text, `${quote(textOf(text.range, unit))} is put together here.`);
      }
    },
  },
];

function textOf({ start, end }: PythonBuiltText['range'], { source }: PythonUnit): string {
  return source.slice(start, end);
}

/** What runs a statement with a value of a caller in it. */
function runnerOfValue(text: PythonBuiltText, unit: PythonUnit): string | undefined {
  const runner = runnerOf(text, unit);
  return runner && takesParameter(text, unit) ? runner : undefined;
}

/** The call that runs it: around it, or around the variable that it is assigned to. */
function runnerOf({ range, functionName }: PythonBuiltText, unit: PythonUnit): string | undefined {
  const around = runs(unit).find((call) => contains(call.argsRange, range));
  if (around) return around.callee;
  const assigned = unit.view.assignments.find(
    (one) =>
      one.functionName === functionName && contains(one.value.range, range) && one.value.range.end - range.end < 2,
  );
  const given = (text: string) => text === assigned?.name || text === `text(${assigned?.name})`;
  return assigned
    ? runs(unit).find(
        (call) =>
          call.functionName === functionName &&
          call.range.start > range.end &&
          call.args.some(
            ({ name, value }) => (name === undefined || /^(sql|query|con)$/.test(name)) && given(value.text),
          ),
      )?.callee
    : undefined;
}

function isRun(name: string): boolean {
  return (
    RUNS.test(name) && !TEXTS.test(name) && !/^(subprocess|mlflow|wandb|asyncio|torch|tensorflow|prefect)\./.test(name)
  );
}

/** What is put in the place of a value comes from outside the function: it is one of its parameters. */
function takesParameter({ range, functionName }: PythonBuiltText, unit: PythonUnit): boolean {
  const own = unit.view.functions.find(({ name }) => name === functionName);
  const open = (own?.parameters ?? []).filter((one) => !isHarmless(one));
  const names = new Set(open.map(({ name }) => name.replace(/^\*+/, '')).filter((name) => name !== 'self'));
  const text = textOf(range, unit).slice(0, 4000);
  if ([...text.matchAll(PUT_BY_NAME)].some(([, name = '']) => names.has(name))) return true;
  if (!PUT_BY_ORDER.test(text)) return false;
  // Behind the text: `+ name`, `% name`, `% (name, other)`, `.format(name, key=name)`.
  return [...text.matchAll(/(?:["']\s*[+%]\s*\(?|[,=(])\s*([A-Za-z_]\w{0,60})\s*(?=[+,)]|$)/g)].some(([, name = '']) =>
    names.has(name),
  );
}

function isHarmless({ annotation, default: usual }: PythonParameter): boolean {
  return annotation === undefined ? typeof usual?.value === 'number' : HARMLESS.test(annotation.trim());
}

function contains(outer: PythonBuiltText['range'], inner: PythonBuiltText['range']): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function found({ range, functionName }: PythonBuiltText, what: string): Placed {
  return { range, key: `${functionName}/sql`, what };
}

import type { Problem, Rule } from '../../../types.ts';
import { callKey } from '../calls/placed-calls.ts';
import { replaceText } from '../calls/replace-text.ts';
import { isTestModule, isTestPath, type PythonSource, type PythonUnit, pythonUnits } from '../seeds/python-unit.ts';
import { dags } from './data/dags.ts';
import { frames } from './data/frames.ts';
import { loading } from './data/loading.ts';
import { networks } from './data/networks.ts';
import { numbers } from './data/numbers.ts';
import { queries } from './data/queries.ts';
import { results } from './data/results.ts';
import { security } from './data/security.ts';
import { serving } from './data/serving.ts';
import { tasks } from './data/tasks.ts';
import { training } from './data/training.ts';
import type { Placed, Row } from './row.ts';

const ROWS: readonly Row[] = [
  ...loading,
  ...results,
  ...serving,
  ...tasks,
  ...dags,
  ...frames,
  ...networks,
  ...numbers,
  ...queries,
  ...security,
  ...training,
];

/** A rule for every row. */
export const rowRules: readonly Rule<PythonSource>[] = ROWS.map(rowRule);

function rowRule(row: Row): Rule<PythonSource> {
  return {
    id: row.id,
    kinds: ['python', 'notebook'],
    title: row.title,
    severity: row.severity,
    confidence: row.confidence,
    strictness: row.strictness ?? 'regular',
    domain: row.domain,
    aliases: row.aliases,
    since: '0.1.0',
    on: 'document',
    fixable: row.fixable ?? false,

    *check(document) {
      if (row.inTests ? isTestModule(document.path) : isTestPath(document.path)) return;
      for (const unit of pythonUnits(document)) {
        for (const found of 'findAll' in row ? row.findAll(unit) : ofCalls(row, unit)) yield problem(row, unit, found);
      }
    },
  };
}

function* ofCalls(row: Extract<Row, { find: unknown }>, unit: PythonUnit): Generator<Placed> {
  for (const call of unit.view.calls) {
    const found = row.find(call, unit);
    if (found) yield { range: call.calleeRange, ...found, key: `${callKey(call)}/${call.ordinal}` };
  }
}

function problem(row: Row, unit: PythonUnit, { what, range, key, severity, fix }: Placed): Problem {
  const edit = fix && replaceText(unit, fix.range, fix.text);
  return {
    range: unit.toFileRange(range),
    key,
    ...(severity ? { severity } : {}),
    message: { what, why: row.why, remedy: row.remedy },
    ...(fix && edit ? { fix: { title: fix.title, safety: 'review' as const, edits: [edit] } } : {}),
  };
}

import type { Problem, Rule } from '../../../types.ts';
import { callKey, type PlacedCall, placedCalls } from '../calls/placed-calls.ts';
import { replaceText } from '../calls/replace-text.ts';
import { isTestPath, type PythonSource } from '../seeds/python-unit.ts';
import { loading } from './data/loading.ts';
import { results } from './data/results.ts';
import { serving } from './data/serving.ts';
import { tasks } from './data/tasks.ts';
import type { CallRow, Found } from './row.ts';

/** A rule for every row. */
export const rowRules: readonly Rule<PythonSource>[] = [...loading, ...results, ...serving, ...tasks].map(rowRule);

function rowRule(row: CallRow): Rule<PythonSource> {
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
      if (isTestPath(document.path)) return;
      for (const placed of placedCalls(document)) {
        const found = row.find(placed.call, placed.unit);
        if (found) yield problem(row, placed, found);
      }
    },
  };
}

function problem(row: CallRow, { call, unit }: PlacedCall, { what, range, severity, fix }: Found): Problem {
  const edit = fix && replaceText(unit, fix.range, fix.text);
  return {
    range: unit.toFileRange(range ?? call.calleeRange),
    key: `${callKey(call)}/${call.ordinal}`,
    ...(severity ? { severity } : {}),
    message: { what, why: row.why, remedy: row.remedy },
    ...(fix && edit ? { fix: { title: fix.title, safety: 'review' as const, edits: [edit] } } : {}),
  };
}

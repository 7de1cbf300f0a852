import type { PythonComparison, PythonExpression } from '../../documents/python.ts';
import type { Fix, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { replaceText } from './calls/replace-text.ts';
import { isTestPath, type PythonSource, type PythonUnit, pythonUnits } from './seeds/python-unit.ts';

export const nanEquality: Rule<PythonSource> = {
  id: 'nan-equality',
  kinds: ['python', 'notebook'],
  title: 'A value is compared with NaN',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { ruff: ['PLW0177'], codesmile: ['nan_equivalence_comparison_misused'], dslinter: ['E5501'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check(document) {
    if (isTestPath(document.path)) return;
    for (const unit of pythonUnits(document)) {
      for (const comparison of unit.view.comparisons) {
        const nan = [comparison.left, comparison.right].find((one) => isNan(one, comparison.operator));
        if (nan && /^(==|!=|is|is not)$/.test(comparison.operator)) yield problem(comparison, nan, unit);
      }
    }
  },
};

/** `x is pd.NA` works: there is only one. */
function isNan({ kind, resolved, text }: PythonExpression, operator: string): boolean {
  if (kind === 'call') return resolved === 'float' && /^float\(\s*["'][+-]?nan["']\s*\)$/i.test(text);
  if (/^(numpy\.(nan|NaN|NAN)|math\.nan|cmath\.nan|pandas\.np\.nan)$/.test(resolved ?? '')) return true;
  return resolved === 'pandas.NA' && !operator.startsWith('is');
}

function problem(comparison: PythonComparison, nan: PythonExpression, unit: PythonUnit): Observation {
  const { left, right, operator, range, functionName } = comparison;
  const text = unit.source.slice(range.start, range.end);
  const fix = test(comparison, nan === left ? right : left, unit);
  const never = operator === '==' ? 'is never true' : operator === '!=' ? 'is always true' : 'compares objects';
  return {
    range: unit.toFileRange(range),
    key: `${functionName}/${text.replace(/\s+/g, ' ')}`,
    message: {
      what: `${quote(text)} ${never}: NaN equals nothing, not even itself.`,
      why: 'Missing values pass through this check as if they were numbers, and the model learns from them.',
      remedy: `Ask with ${quote('pd.isna')}, ${quote('np.isnan')} or ${quote('math.isnan')}.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function test({ operator, range }: PythonComparison, tested: PythonExpression, unit: PythonUnit): Fix | undefined {
  const negated = operator === '!=' || operator === 'is not';
  const alias = (module: string) => [...unit.view.aliases].find(([, name]) => name === module)?.[0];
  const [pandas, numpy] = [alias('pandas'), alias('numpy')];
  const call = pandas
    ? `${pandas}.${negated ? 'notna' : 'isna'}(${tested.text})`
    : numpy && `${negated ? '~' : ''}${numpy}.isnan(${tested.text})`;
  const edit = call && replaceText(unit, range, call);
  return edit ? { title: `Ask ${call}`.slice(0, 80), safety: 'review', edits: [edit] } : undefined;
}

import { argument, type PythonCall } from '../../../../documents/python.ts';
import { quote } from '../../../quote.ts';
import { makerOf } from '../../calls/maker-of.ts';
import { calledName } from '../../calls/placed-calls.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { Row } from '../row.ts';

const FRAME = /^pandas\./;
/** Readers of sheets and pages give many frames at once, and a pickle holds anything. */
const MAKES_FRAME = /^pandas\.(DataFrame|read_(?!excel|html|pickle)\w+|concat|merge|json_normalize)$/;
/** Methods with `inplace` whose work a later reader has to look for. */
const IN_PLACE =
  /^(drop|dropna|drop_duplicates|fillna|ffill|bfill|rename|rename_axis|replace|reset_index|set_index|sort_values|sort_index|clip|eval|query|where|mask|interpolate|set_axis|set_names)$/;
const VALUES = /^(\w+)(?:\[\])?\.values$/;

/** What is done with frames of pandas. */
export const frames: readonly Row[] = [
  {
    id: 'chained-assignment',
    title: 'Values are written into a copy of the frame',
    severity: 'medium',
    confidence: 'likely',
    domain: 'correctness',
    aliases: { codesmile: ['Chain_Indexing', 'chain_indexing'], dslinter: ['W5502'] },
    inTests: true,
    why: 'The first index may give a copy, and with pandas 3 always does: the new values are written there and lost, without an error.',
    remedy: 'Write with one index: `df.loc[rows, "column"] = value`.',
    *findAll({ view }) {
      for (const { name, range, functionName, augmented } of view.assignments) {
        const frame = indexedTwice(name);
        if (!frame || !MAKES_FRAME.test(makerOf(frame, { functionName, at: range.start }, view) ?? '')) continue;
        const target = { start: range.start, end: range.start + name.length };
        yield {
          range: target,
          key: `${functionName}/${name}`,
          what: `${quote(`${name} ${augmented ? '+=' : '='} ...`)} writes through two indexes.`,
        };
      }
    },
  },
  {
    id: 'merge-keys-implicit',
    title: 'A merge does not say what belongs together',
    severity: 'low',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'correctness',
    aliases: { codesmile: ['merge_api_parameter_not_explicitly_set'], dslinter: ['R5505'] },
    inTests: true,
    why: 'It takes all columns of the same name as keys and lets rows multiply: one more column, or one key twice, changes the training data without an error.',
    remedy: 'Say `how=`, `on=` and `validate=`, such as `validate="many_to_one"`.',
    find: (call) => {
      if (calledName(call) !== 'merge' || !(call.resolved === 'pandas.merge' || FRAME.test(call.receiver ?? '')))
        return undefined;
      if (call.hasDoubleStarArgs) return undefined;
      const missing = ['how', 'on', 'validate'].filter((name) => !isSaid(call, name));
      return missing.length > 0
        ? { what: `${quote(call.callee)} does not say ${missing.map((name) => quote(name)).join(', ')}.` }
        : undefined;
    },
  },
  {
    id: 'empty-column-as-value',
    title: 'A new column starts with a value that means nothing',
    severity: 'low',
    confidence: 'heuristic',
    strictness: 'pedantic',
    domain: 'correctness',
    aliases: { codesmile: ['empty_column_misinitialization'] },
    inTests: true,
    why: 'Where it is never filled, 0 or an empty text is taken for data: `isna` and `fillna` do not see it, and averages move.',
    remedy: 'Start with `np.nan` or `pd.NA`.',
    *findAll({ view }) {
      for (const { name, value, range, functionName, augmented } of view.assignments) {
        const [, frame] = /^(\w+)\[\s*["'][^"'\]]{1,200}["']\s*\]$/.exec(name) ?? [];
        if (!frame || augmented || (value.value !== 0 && value.value !== '')) continue;
        if (!MAKES_FRAME.test(makerOf(frame, { functionName, at: range.start }, view) ?? '')) continue;
        yield { range, key: `${functionName}/${name}`, what: `${quote(name)} starts with ${quote(value.text)}.` };
      }
    },
  },
  {
    id: 'read-without-types',
    title: 'A table is read without the types of its columns',
    severity: 'low',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'reproducibility',
    aliases: { codesmile: ['columns_and_datatype_not_explicitly_set'], dslinter: ['R5503', 'R5504'] },
    inTests: true,
    why: 'pandas guesses them from the rows that are there: one odd row turns numbers into texts, and the model is trained on something else.',
    remedy: 'Pass `dtype=`, and `usecols=` for the columns that are needed.',
    find: (call) =>
      /^pandas\.read_(csv|table|json|excel|fwf)$/.test(call.resolved) &&
      !call.hasDoubleStarArgs &&
      !isSaid(call, 'dtype')
        ? { what: `${quote(call.callee)} has no ${quote('dtype')}.` }
        : undefined,
  },
  {
    id: 'dataframe-values',
    title: 'An array is taken from a frame in an unclear form',
    severity: 'info',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { codesmile: ['dataframe_conversion_api_misused'], dslinter: ['W5504'], ruff: ['PD011'] },
    fixable: true,
    inTests: true,
    why: '`.values` is a NumPy array for some types and an array of pandas for others: the line after it behaves differently then.',
    remedy: 'Call `.to_numpy()`.',
    *findAll({ view }) {
      for (const { name, range, functionName } of view.attributes) {
        const [, frame] = VALUES.exec(name) ?? [];
        if (!frame || !FRAME.test(makerOf(frame, { functionName, at: range.start }, view) ?? '')) continue;
        if (view.assignments.some((one) => one.range.start === range.start && one.name === name)) continue;
        const last = { start: range.end - 'values'.length, end: range.end };
        yield {
          range,
          key: `${functionName}/${name}`,
          what: `${quote(name)} gives an array or something like it.`,
          fix: { title: 'Make a NumPy array', range: last, text: 'to_numpy()' },
        };
      }
    },
  },
  {
    id: 'pandas-inplace',
    title: 'A frame is changed in place',
    severity: 'info',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { ruff: ['PD002'] },
    inTests: true,
    why: 'It saves no memory, hides which step changed the data, and on a part of a frame changes a copy only.',
    remedy: 'Assign the result: `df = df.drop(...)`.',
    find: (call, unit) => {
      const given = argument(call, 'inplace');
      if (given?.value.value !== true || !IN_PLACE.test(calledName(call)) || !usesPandas(unit)) return undefined;
      return /^torch\./.test(call.resolved)
        ? undefined
        : { what: `${quote(call.callee)} is called with ${quote('inplace=True')}.`, range: given.range };
    },
  },
  {
    id: 'nunique-for-constant',
    title: 'All values are counted to learn whether they are one',
    severity: 'info',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'performance',
    aliases: { ruff: ['PD101'] },
    inTests: true,
    why: '`nunique` looks at every value and remembers all that it has seen; two different ones would be answer enough.',
    remedy: 'Compare with the first: `(values[0] == values).all()` of `values = series.to_numpy()`.',
    *findAll(unit) {
      for (const { left, operator, right, range, functionName } of unit.view.comparisons) {
        if (!/(^|\.)nunique$/.test(left.resolved ?? '') || right.value !== 1 || !/^(==|!=|<=|>)$/.test(operator))
          continue;
        if (left.kind === 'call' && usesPandas(unit) && !left.text.startsWith('{'))
          yield {
            range,
            key: `${functionName}/${left.text.slice(0, 80)}`,
            what: `${quote(left.text)} is compared with 1.`,
          };
      }
    },
  },
  {
    id: 'row-by-row-iteration',
    title: 'A frame is walked through row by row',
    severity: 'info',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'performance',
    aliases: { codesmile: ['unnecessary_iteration'], dslinter: ['R5501'] },
    inTests: true,
    why: 'Each row is made into an object of its own: what takes seconds on columns takes hours on rows.',
    remedy: 'Compute on whole columns; where that is not possible, use `itertuples`.',
    find: (call, unit) =>
      calledName(call) === 'iterrows' && usesPandas(unit)
        ? { what: `${quote(call.callee)} makes an object of each row.` }
        : undefined,
  },
];

/** `df` of `df["a"][rows]`, whatever stands in the brackets. */
function indexedTwice(target: string): string | undefined {
  const frame = /^(\w+)(?:\.loc|\.iloc)?(?=\[)/.exec(target);
  let [depth, groups] = [0, 0];
  for (const sign of target.slice(frame?.[0].length ?? target.length)) {
    if (depth === 0 && sign !== '[') return undefined;
    if (sign === ']' && depth === 1) groups += 1;
    depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
  }
  return depth === 0 && groups === 2 ? frame?.[1] : undefined;
}

function isSaid(call: PythonCall, name: string): boolean {
  const aliases = name === 'on' ? ['on', 'left_on', 'left_index'] : [name];
  return aliases.some((one) => argument(call, one) !== undefined);
}

function usesPandas({ view }: PythonUnit): boolean {
  return [...view.aliases.values()].some((name) => name === 'pandas' || name.startsWith('pandas.'));
}

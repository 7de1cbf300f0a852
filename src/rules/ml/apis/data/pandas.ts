import { namesOf } from '../names-of.ts';
import type { Library, OutdatedMember } from '../outdated.ts';

const GONE_1 = { gone: [1, 0] } as const;
const GONE_2 = { gone: [2, 0] } as const;
const GONE_3 = { gone: [3, 0] } as const;
const FRAME =
  /^pandas\.(DataFrame|Series|concat|merge|read_\w+|io\.\w+\.read_\w+|json_normalize|pivot_table|crosstab|get_dummies)$/;
const CSV = /^pandas\.read_(csv|table)$/;

function methods(
  fate: Pick<OutdatedMember, 'gone'>,
  rows: Readonly<Record<string, string>>,
): readonly OutdatedMember[] {
  return Object.entries(rows).map(([member, place]) => ({
    ...fate,
    receiver: FRAME,
    member,
    ...(/^\w+$/.test(place) ? { to: place } : { advice: place }),
  }));
}

/** The release notes of pandas 1.0, 2.0 and 3.0, under "Removal of prior version deprecations". */
export const pandas: Library = {
  id: 'pandas',
  title: 'pandas',
  distributions: ['pandas'],
  imports: ['pandas'],
  names: new Map([
    ...namesOf(GONE_1, {
      'pandas.Panel': 'Use a `MultiIndex`, or xarray.',
      'pandas.TimeGrouper': 'pandas.Grouper',
      'pandas.read_msgpack': 'Use Parquet.',
      'pandas.to_msgpack': 'Use Parquet.',
    }),
    ...namesOf(GONE_2, {
      'pandas.np': 'Import numpy.',
      'pandas.datetime': 'Import `datetime` from the standard library.',
      'pandas.Int64Index': 'Use `pd.Index(..., dtype="int64")`.',
      'pandas.UInt64Index': 'Use `pd.Index(..., dtype="uint64")`.',
      'pandas.Float64Index': 'Use `pd.Index(..., dtype="float64")`.',
      'pandas.io.json.json_normalize': 'pandas.json_normalize',
      'pandas.core.index': 'Take the name from `pandas` itself.',
      'pandas.util.testing': 'Use `pandas.testing`.',
      'pandas.api.types.is_categorical': 'pandas.api.types.is_categorical_dtype',
    }),
    ...namesOf(GONE_3, {
      'pandas.value_counts': 'Use `pd.Series(values).value_counts()`.',
      'pandas.read_gbq': 'Use `pandas_gbq.read_gbq`.',
      'pandas.io.sql.execute': 'Execute the statement on the connection.',
      'pandas.api.types.is_interval': 'Use `isinstance(obj, pd.Interval)`.',
      'pandas.api.types.is_period': 'Use `isinstance(obj, pd.Period)`.',
      'pandas.arrays.PandasArray': 'pandas.arrays.NumpyExtensionArray',
    }),
    ...namesOf(
      {},
      { 'pandas.read_table': 'Use `pd.read_csv`, with `sep="\\t"` where it is meant: its name says what is read.' },
    ),
  ]),
  keywords: [
    { ...GONE_3, callee: CSV, keyword: 'delim_whitespace', advice: 'Use `sep=r"\\s+"`.' },
    { ...GONE_3, callee: CSV, keyword: 'keep_date_col', advice: 'Combine the columns after reading.' },
    { ...GONE_3, callee: CSV, keyword: 'infer_datetime_format', advice: 'Delete it: it is the default.' },
    {
      ...GONE_3,
      callee: /^pandas\.read_(csv|table|fwf|excel)$/,
      keyword: 'date_parser',
      advice: 'Use `date_format`, or `pd.to_datetime` after reading.',
    },
    { ...GONE_2, callee: CSV, keyword: 'squeeze', advice: 'Call `.squeeze("columns")` on the result.' },
    { ...GONE_2, callee: CSV, keyword: 'prefix', advice: 'Rename the columns after reading.' },
    { ...GONE_2, callee: CSV, keyword: 'error_bad_lines', advice: 'Use `on_bad_lines`.' },
    { ...GONE_2, callee: CSV, keyword: 'warn_bad_lines', advice: 'Use `on_bad_lines`.' },
    {
      ...GONE_3,
      callee: /^pandas\.read_parquet$/,
      keyword: 'use_nullable_dtypes',
      advice: 'Use `dtype_backend="numpy_nullable"`.',
    },
  ],
  members: [
    ...methods(GONE_1, {
      ix: 'Use `.loc` for labels and `.iloc` for positions.',
      as_matrix: 'to_numpy',
      get_value: 'Use `.at`.',
      set_value: 'Use `.at`.',
      get_ftype_counts: 'Use `.dtypes.value_counts()`.',
    }),
    ...methods(GONE_2, {
      append: 'Collect the rows in a list and call `pd.concat` once.',
      iteritems: 'items',
      lookup: 'Use `pd.factorize` and NumPy indexing.',
      is_monotonic: 'is_monotonic_increasing',
      mad: 'Use `(df - df.mean()).abs().mean()`.',
      slice_shift: 'shift',
      tshift: 'shift',
    }),
    ...methods(GONE_3, {
      applymap: 'Use `.map`, which frames have since pandas 2.1.',
      swapaxes: 'Use `.transpose()`.',
      pad: 'ffill',
      backfill: 'bfill',
      ravel: 'Use `.to_numpy()`.',
      to_gbq: 'Use `pandas_gbq.to_gbq`.',
    }),
  ],
  aliases: { gone: { ruff: ['PD007'] }, deprecated: { ruff: ['PD012'] } },
};

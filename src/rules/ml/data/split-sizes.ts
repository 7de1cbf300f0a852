import type { ParamsDocument } from '../../../documents/params.ts';
import type { Document, Range } from '../../../types.ts';
import { pythonUnits } from '../seeds/python-unit.ts';

/** A setting that decides which rows are held out. */
export interface SplitSetting {
  /** The same on both sides of a change. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** Of the value, in the file. */
  readonly range: Range;
}

const NAME =
  /^(test|val|valid|validation|holdout|eval|train)_?(size|split|ratio|fraction|frac|share|percent|pct)$|^(split_ratio|split_size|stratify)$/i;
const SPLITTER =
  /(^|\.)(train_test_split|random_split|randomSplit|ShuffleSplit|StratifiedShuffleSplit|GroupShuffleSplit)$/;
const ARGUMENT = /^(test_size|train_size|stratify|shuffle|groups|stratify_by_column|lengths)$/;

/** The settings of the split in a parameters file or in Python code. */
export function splitSettings(document: Document): readonly SplitSetting[] {
  if (document.kind === 'params') {
    return (document as ParamsDocument).view.params
      .filter(({ key, scalar }) => NAME.test(key.slice(key.lastIndexOf('.') + 1)) && scalar.value !== null)
      .map(({ key, scalar }) => ({ key, label: key, text: scalar.text, range: scalar.range }));
  }
  return pythonUnits(document).flatMap(({ view, toFileRange }) => {
    const passed = view.calls
      .filter(({ resolved }) => SPLITTER.test(resolved))
      .flatMap(({ functionName, callee, ordinal, args }) =>
        args
          .filter(({ name }) => ARGUMENT.test(name ?? ''))
          .map(({ name = '', value }) => ({ key: `${functionName}/${callee}#${ordinal}/${name}`, label: name, value })),
      );
    const assigned = view.assignments
      .filter(({ name, value }) => NAME.test(name.slice(name.lastIndexOf('.') + 1)) && typeof value.value === 'number')
      .map(({ name, value, functionName }) => ({ key: `${functionName}/${name}`, label: name, value }));
    return [...passed, ...assigned].map(({ key, label, value }) => ({
      key,
      label,
      text: value.text,
      range: toFileRange(value.range),
    }));
  });
}

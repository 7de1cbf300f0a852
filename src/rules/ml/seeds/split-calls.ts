import { argument, type PythonCall, type PythonView } from '../../../documents/python.ts';

/** A call that splits data at random. */
export interface SplitCall {
  readonly call: PythonCall;
  /** The argument that fixes the split. */
  readonly seed: string;
  /** Its place among the positional arguments, where it has one. */
  readonly position?: number;
  /** Whose global random state decides when the argument is missing. */
  readonly state: 'numpy' | 'torch' | 'spark';
}

interface Splitter {
  readonly pattern: RegExp;
  readonly seed: string;
  readonly position?: number;
  readonly state: SplitCall['state'];
  /** Without `shuffle=True` the split depends on the order of the rows only. */
  readonly onlyShuffled?: boolean;
}

// Signatures: https://scikit-learn.org/stable/api/sklearn.model_selection.html,
// https://pytorch.org/docs/stable/data.html#torch.utils.data.random_split, as known in November 2026.
const SPLITTERS: readonly Splitter[] = [
  {
    pattern: /^(sklearn|cuml|dask_ml)\.(model_selection|cross_validation)(\._split)?\.train_test_split$/,
    seed: 'random_state',
    state: 'numpy',
  },
  { pattern: /^sklearn\.model_selection\.(Stratified|Group)?ShuffleSplit$/, seed: 'random_state', state: 'numpy' },
  { pattern: /^sklearn\.model_selection\.Repeated(Stratified)?KFold$/, seed: 'random_state', state: 'numpy' },
  {
    pattern: /^sklearn\.model_selection\.(Stratified|Group|StratifiedGroup)?KFold$/,
    seed: 'random_state',
    state: 'numpy',
    onlyShuffled: true,
  },
  { pattern: /^torch\.utils\.data(\.dataset)?\.random_split$/, seed: 'generator', position: 2, state: 'torch' },
];

/** The random splits of a file or cell; `packages` are those imported so far. */
export function splitCalls(view: PythonView, packages: ReadonlySet<string>): readonly SplitCall[] {
  return view.calls.flatMap((call) => {
    const splitter = SPLITTERS.find(({ pattern }) => pattern.test(call.resolved)) ?? methodSplitter(call, packages);
    if (!splitter || isOrdered(call, splitter)) return [];
    const { seed, position, state } = splitter;
    return [{ call, seed, state, ...(position === undefined ? {} : { position }) }];
  });
}

/** `dataset.train_test_split()` of Hugging Face, `frame.randomSplit()` of Spark: known by what the file imports. */
function methodSplitter(call: PythonCall, packages: ReadonlySet<string>): Omit<Splitter, 'pattern'> | undefined {
  if (!call.callee.includes('.')) return undefined;
  if (
    call.callee.endsWith('.train_test_split') &&
    packages.has('datasets') &&
    !/^(sklearn|cuml|dask_ml)\./.test(call.resolved)
  )
    return { seed: 'seed', state: 'numpy' };
  if (call.callee.endsWith('.randomSplit') && packages.has('pyspark'))
    return { seed: 'seed', position: 1, state: 'spark' };
  return undefined;
}

function isOrdered(call: PythonCall, splitter: Omit<Splitter, 'pattern'>): boolean {
  const shuffle = argument(call, 'shuffle');
  if (shuffle?.value.value === false) return true;
  return splitter.onlyShuffled === true && shuffle?.value.value !== true;
}

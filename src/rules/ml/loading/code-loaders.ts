import { argument, type PythonArgument, type PythonCall } from '../../../documents/python.ts';

/** Loaders that run what a file tells them to (https://docs.python.org/3/library/pickle.html). */
const PICKLES =
  /^(_?pickle|cPickle|cloudpickle|dill)\.loads?$|^joblib\.load$|^jsonpickle\.decode$|^pandas\.read_pickle$|^shelve\.open$/;

/** What a call of a pickle-based loader reads; undefined for any other call. */
export function pickledInput(call: PythonCall): PythonArgument | undefined {
  if (PICKLES.test(call.resolved)) return call.args[0];
  const isNumpy = call.resolved === 'numpy.load' && argument(call, 'allow_pickle', 2)?.value.value === true;
  return isNumpy ? call.args[0] : undefined;
}

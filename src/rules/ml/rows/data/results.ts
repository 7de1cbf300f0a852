import { argument, type PythonCall } from '../../../../documents/python.ts';
import { quote } from '../../../quote.ts';
import { isStatement } from '../../calls/is-statement.ts';
import { perView } from '../../calls/per-view.ts';
import { calledName } from '../../calls/placed-calls.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import { usesOrchestrator } from '../../steps/step-functions.ts';
import type { CallRow, Found } from '../row.ts';

/** Methods of a DataFrame that return a new one. */
const RETURNS_NEW =
  /^(drop|dropna|fillna|ffill|bfill|rename|replace|sort_values|sort_index|reset_index|set_index|astype|merge|join|assign|drop_duplicates|query|sample|clip|round|transform|convert_dtypes|reindex|explode|melt|pivot|abs|shift|diff|cumsum|interpolate)$/;
const CHILD = /^(subprocess\.(run|call)|os\.system)$/;

/** Calls whose result matters and is thrown away. */
export const results: readonly CallRow[] = [
  {
    id: 'lost-dataframe-result',
    title: 'The result of a DataFrame method is thrown away',
    severity: 'medium',
    confidence: 'heuristic',
    domain: 'correctness',
    aliases: { codesmile: ['in_place_apis_misused'] },
    why: 'The method returns a new frame and leaves the old one as it is: the cleaning that the line promises does not happen.',
    remedy: 'Assign the result.',
    find: (call, unit) => {
      const [, frame, method = ''] = /^(\w+)\.(\w+)$/.exec(call.callee) ?? [];
      if (!frame || !RETURNS_NEW.test(method) || !/^pandas\./.test(call.receiver ?? '')) return undefined;
      if (!isStatement(call, unit) || call.hasDoubleStarArgs) return undefined;
      const inPlace = argument(call, 'inplace');
      if (inPlace && inPlace.value.value !== false) return undefined;
      return { what: `Nobody takes what ${quote(call.callee)} returns.` };
    },
  },
  {
    id: 'validation-result-ignored',
    title: 'Data is validated, and nobody looks at the result',
    severity: 'medium',
    confidence: 'likely',
    domain: 'correctness',
    aliases: {},
    why: 'The check reports bad data in what it returns and raises nothing: the pipeline goes on and trains on it.',
    remedy: 'Take the result and raise an error where it says that the check failed.',
    find: validationIgnored,
  },
  {
    id: 'subprocess-unchecked',
    title: 'A command that fails does not fail the step',
    severity: 'medium',
    confidence: 'likely',
    domain: 'reliability',
    aliases: { ruff: ['PLW1510'] },
    why: 'The exit code is thrown away: the task is marked as successful, and the next one works on what is not there.',
    remedy: 'Add `check=True`, or use `subprocess.run(..., check=True)` instead.',
    find: (call, unit) => {
      if (!CHILD.test(call.resolved) || unit.isCell || !usesOrchestrator(unit.view)) return undefined;
      if (!isStatement(call, unit) || call.hasDoubleStarArgs || argument(call, 'check')) return undefined;
      return { what: `Nobody looks at the exit code of ${quote(call.callee)}.` };
    },
  },
  {
    id: 'gradients-not-cleared',
    title: 'Gradients of earlier batches are added up',
    severity: 'high',
    confidence: 'likely',
    domain: 'correctness',
    aliases: { codesmile: ['gradients_not_cleared_before_backward_propagation'], dslinter: ['W5517'] },
    why: 'Each step follows the sum of all gradients since the start: the training runs away or learns nothing, without an error.',
    remedy: 'Call `optimizer.zero_grad()` in each round, before `backward()`.',
    find: gradientsKept,
  },
];

function validationIgnored(call: PythonCall, unit: PythonUnit): Found | undefined {
  if (!isStatement(call, unit)) return undefined;
  const isCheckpoint =
    calledName(call) === 'run_checkpoint' ||
    (/checkpoint\.run$/i.test(call.callee) && unit.view.packages.has('great_expectations'));
  const isStatistics = call.resolved === 'tensorflow_data_validation.validate_statistics';
  return isCheckpoint || isStatistics ? { what: `Nobody looks at what ${quote(call.callee)} returns.` } : undefined;
}

/** Something in the file sets gradients back. */
const clears = perView(({ source }) =>
  /zero_grad|cleargrads|\.grad\s{0,9}=|grad\.(zero_|data)|clear_grad|accelerator\.backward/.test(source),
);

/** The last step of an optimizer in each function, by its name. */
const steps = perView(({ view }) => {
  const found = view.calls.filter(
    ({ inLoop, callee }) =>
      inLoop && callee.length < 200 && /(^|[._])(\w*optim\w*|opt|sgd|adam\w*|scaler)(\(\)|\[\])?\.step$/i.test(callee),
  );
  return new Map(found.map((call) => [call.functionName, call]));
});

/** Both halves of a step stand in loops of one function, and nothing in the file sets a gradient back. */
function gradientsKept(call: PythonCall, unit: PythonUnit): Found | undefined {
  if (calledName(call) !== 'backward' || !call.inLoop || clears(unit)) return undefined;
  const step = steps(unit).get(call.functionName);
  // An engine that does both, as DeepSpeed's, sets them back itself.
  if (!step || step.range.start < call.range.start || ownerOf(step) === ownerOf(call)) return undefined;
  return {
    what: `${quote(call.callee)} and ${quote(step.callee)} run in a loop, and nothing sets the gradients back.`,
  };
}

function ownerOf({ callee }: PythonCall): string {
  return callee.slice(0, Math.max(0, callee.lastIndexOf('.')));
}

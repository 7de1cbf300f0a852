import { argument } from '../../../../documents/python.ts';
import type { Range } from '../../../../types.ts';
import { quote } from '../../../quote.ts';
import { makerOf } from '../../calls/maker-of.ts';
import { perView } from '../../calls/per-view.ts';
import { calledName } from '../../calls/placed-calls.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { Found, Row } from '../row.ts';

const KERAS_MODEL = /^(tensorflow\.)?keras\.(models\.)?(Sequential|Model)$/;
const ESTIMATOR =
  /^sklearn\.(ensemble|tree|svm|neighbors|cluster|linear_model|neural_network|gaussian_process|mixture)\.[A-Z]\w+$|^xgboost\.XGB\w+$|^lightgbm\.LGBM\w+$/;

/** Variables whose gradients are asked for somewhere: a sum that is one of them has to keep its graph. */
const backwards = perView(
  ({ view }) =>
    new Set(
      view.calls
        .filter((call) => /\.backward$/.test(call.callee))
        .map(({ callee, functionName }) => `${functionName}/${callee.slice(0, -9)}`),
    ),
);

/** How networks and estimators are trained. */
export const training: readonly Row[] = [
  {
    id: 'dataloader-in-process',
    title: 'Data is loaded while the accelerator waits',
    severity: 'info',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'performance',
    aliases: { torchfix: ['TOR401'] },
    inTests: true,
    why: 'Without workers each batch is read and prepared between two steps: the accelerator is paid for and stands still.',
    remedy: 'Set `num_workers`.',
    find: (call) => {
      if (call.resolved !== 'torch.utils.data.DataLoader' || call.hasDoubleStarArgs || call.hasStarArgs)
        return undefined;
      const workers = argument(call, 'num_workers', 5);
      if (workers && (workers.value.kind !== 'literal' || workers.value.value !== 0)) return undefined;
      return { what: `${quote(call.callee)} has no workers.` };
    },
  },
  {
    id: 'gradients-set-to-zero',
    title: 'Gradients are kept as zeros',
    severity: 'info',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'performance',
    aliases: { torchfix: ['TOR402'] },
    inTests: true,
    why: 'They take memory and are written once more in each step, where `None` takes and costs nothing.',
    remedy: 'Delete `set_to_none=False`.',
    find: (call) => {
      const given = calledName(call) === 'zero_grad' ? argument(call, 'set_to_none', 0) : undefined;
      return given?.value.value === false
        ? { what: `${quote(call.callee)} is called with ${quote('set_to_none=False')}.`, range: given.range }
        : undefined;
    },
  },
  {
    id: 'loss-kept-with-graph',
    title: 'A sum of losses keeps every batch in memory',
    severity: 'low',
    confidence: 'likely',
    domain: 'cost',
    aliases: {},
    inTests: true,
    why: 'The loss is a tensor with a history: the sum holds that of all batches, and memory grows with each.',
    remedy: 'Add the number: `loss.item()`, or `loss.detach()`.',
    *findAll(unit) {
      for (const { name, value, augmented, range, functionName } of unit.view.assignments) {
        if (!augmented || value.kind !== 'name' || !backwards(unit).has(`${functionName}/${value.text}`)) continue;
        const summed = backwards(unit).has(`${functionName}/${name}`) || /^(total_)?loss$/.test(name);
        const from = makerOf(value.text, { functionName, at: range.start }, unit.view);
        const sum = { name, term: value.text, range, functionName };
        if (summed || name === value.text || /\.(item|detach|backward)$/.test(from ?? '') || !inLoop(range, unit))
          continue;
        if (!keepsGraph(sum, unit)) continue;
        yield {
          range,
          key: `${functionName}/${name}`,
          what: `${quote(unit.source.slice(range.start, range.end))} adds the tensor.`,
        };
      }
    },
  },
  {
    id: 'keras-models-in-loop',
    title: 'Models pile up in memory',
    severity: 'low',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'cost',
    aliases: { codesmile: ['memory_not_freed'], dslinter: ['W5506'] },
    inTests: true,
    why: 'Keras keeps each model in its global state: a loop over many ends without memory.',
    remedy: 'Call `tf.keras.backend.clear_session()` in each round.',
    find: (call, unit) =>
      call.inLoop && KERAS_MODEL.test(call.resolved) && !clearsSession(unit)
        ? { what: `${quote(call.callee)} is made in a loop, and nothing clears the session.` }
        : undefined,
  },
  {
    id: 'tensor-grown-in-loop',
    title: 'A tensor is made anew in each round to grow by one',
    severity: 'info',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'performance',
    aliases: { codesmile: ['tensor_array_not_used'] },
    inTests: true,
    why: 'All that is there is copied each time, and a traced function gets a tensor whose shape changes.',
    remedy: 'Write into a `tf.TensorArray` and stack it after the loop.',
    *findAll({ view }) {
      for (const call of view.calls) {
        if (call.resolved !== 'tensorflow.concat' || !call.inLoop) continue;
        const assigned = view.assignments.find(
          ({ value }) => value.range.start === call.range.start && value.range.end === call.range.end,
        );
        const parts = call.args[0]?.value.items?.map(({ text }) => text) ?? [];
        if (assigned && parts.includes(assigned.name))
          yield {
            range: call.calleeRange,
            key: `${call.functionName}/${assigned.name}`,
            what: `${quote(assigned.name)} grows by ${quote(call.callee)} in a loop.`,
          };
      }
    },
  },
  {
    id: 'estimator-defaults-only',
    title: 'An estimator runs with whatever its version has as defaults',
    severity: 'info',
    confidence: 'heuristic',
    strictness: 'pedantic',
    domain: 'reproducibility',
    aliases: { codesmile: ['hyperparameters_not_explicitly_set'], dslinter: ['R5506', 'R5507', 'R5508'] },
    inTests: true,
    why: 'Defaults change between versions, and nobody sees from the code what was tried.',
    remedy: 'Write down the hyperparameters that matter, and log them.',
    find: (call): Found | undefined =>
      ESTIMATOR.test(call.resolved) && call.args.length === 0 && !call.hasDoubleStarArgs && !call.hasStarArgs
        ? { what: `${quote(call.callee)} names no hyperparameter.` }
        : undefined,
  },
];

interface Sum {
  readonly name: string;
  readonly term: string;
  readonly range: Range;
  readonly functionName: string;
}

/** Whether what is added is what `backward` was called on, where gradients are recorded, into a sum of more than one round. */
function keepsGraph({ name, term, range, functionName }: Sum, { view, source }: PythonUnit): boolean {
  const own = view.assignments.filter((one) => one.functionName === functionName && !one.augmented);
  const starts = own.filter((one) => one.name === term).map((one) => one.range.start);
  const from = Math.max(0, ...starts.filter((start) => start < range.start));
  const until = Math.min(source.length, ...starts.filter((start) => start > range.start));
  const isItself = view.calls.some(
    (call) =>
      call.callee === `${term}.backward` &&
      call.functionName === functionName &&
      call.range.start > from &&
      call.range.start < until,
  );
  const begin = own.findLast((one) => one.name === name && one.range.start < range.start);
  const isFresh = begin !== undefined && indentAt(begin.range.start, source) >= indentAt(range.start, source);
  return isItself && !isFresh && !withoutGradients(range.start, source);
}

/** A block that is longer is not followed to its head. */
const MOST_LINES = 400;

/** Inside of `with torch.no_grad():`: the first line above that stands further left, and so on outwards. */
function withoutGradients(offset: number, source: string): boolean {
  let indent = indentAt(offset, source);
  let end = source.lastIndexOf('\n', offset - 1);
  for (let lines = 0; end > 0 && indent > 0 && lines < MOST_LINES; lines += 1) {
    const start = source.lastIndexOf('\n', end - 1) + 1;
    const line = source.slice(start, end);
    const own = line.length - line.trimStart().length;
    if (line.trim() !== '' && own < indent) {
      if (/^\s*with\s[^\n]{0,200}\b(no_grad|inference_mode)\b/.test(line)) return true;
      indent = own;
    }
    end = start - 1;
  }
  return false;
}

/** How far the line of a place stands in. */
function indentAt(offset: number, source: string): number {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return line.length - line.trimStart().length;
}

const clearsSession = perView(({ source }) => source.includes('clear_session'));

/** Whether a call that loops would reach stands around: an assignment has no sign of its own. */
function inLoop({ start, end }: Range, { view }: PythonUnit): boolean {
  const near = view.calls.filter(
    ({ statementRange }) => statementRange.start <= end + 400 && statementRange.end >= start - 400,
  );
  return near.some(({ inLoop: loops, callee }) => loops && /\.backward$/.test(callee));
}

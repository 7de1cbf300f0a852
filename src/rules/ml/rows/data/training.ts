import { argument, type PythonCall, type PythonClass } from '../../../../documents/python.ts';
import type { Range } from '../../../../types.ts';
import { quote } from '../../../quote.ts';
import { makerOf } from '../../calls/maker-of.ts';
import { perView } from '../../calls/per-view.ts';
import { calledName } from '../../calls/placed-calls.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { Found, Row } from '../row.ts';

const MODULE =
  /^(torch\.nn\.(modules\.(module\.)?)?Module|(pytorch_lightning|lightning(\.pytorch)?)\.LightningModule)$/;
const KERAS_MODEL = /^(tensorflow\.)?keras\.(models\.)?(Sequential|Model)$/;
const TF_FUNCTION = /^tensorflow\.function$/;
const ESTIMATOR =
  /^sklearn\.(ensemble|tree|svm|neighbors|cluster|linear_model|neural_network|gaussian_process|mixture)\.[A-Z]\w+$|^xgboost\.XGB\w+$|^lightgbm\.LGBM\w+$/;

/** Classes of the unit that are networks. */
const modules = perView(({ view }) =>
  view.classes.filter(({ bases }) => bases.some(({ resolved }) => MODULE.test(resolved ?? ''))),
);
/** Variables whose gradients are asked for somewhere: a sum that is one of them has to keep its graph. */
const backwards = perView(
  ({ view }) =>
    new Set(
      view.calls
        .filter((call) => /\.backward$/.test(call.callee))
        .map(({ callee, functionName }) => `${functionName}/${callee.slice(0, -9)}`),
    ),
);

/** How networks and estimators are made, run and trained. */
export const training: readonly Row[] = [
  {
    id: 'module-without-super-init',
    title: 'A network is not initialised before it gets its layers',
    severity: 'high',
    confidence: 'certain',
    domain: 'correctness',
    aliases: {},
    inTests: true,
    why: 'PyTorch refuses the first layer: "cannot assign module before Module.__init__() call". The class cannot be used at all.',
    remedy: 'Begin `__init__` with `super().__init__()`.',
    *findAll(unit) {
      for (const one of modules(unit)) {
        const init = unit.view.functions.find(({ name }) => name === `${one.name}.__init__`);
        const layer = init && firstLayer(init.name, unit);
        if (!init || !layer || isInitialised(one, init.name, layer, unit)) continue;
        yield {
          range: init.nameRange,
          key: init.name,
          what: `${quote(one.name)} sets ${quote(layer.name)} and has not called ${quote('super().__init__()')}.`,
        };
      }
    },
  },
  {
    id: 'forward-called-directly',
    title: 'A layer is run past its hooks',
    severity: 'low',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'correctness',
    aliases: { codesmile: ['pytorch_call_method_misused'], dslinter: ['W5516'] },
    fixable: true,
    inTests: true,
    why: '`forward` skips what has been hung on the module: hooks of profilers, of pruning, of quantisation and of distributed training.',
    remedy: 'Call the module itself.',
    find: (call, unit) => {
      const [, owner = ''] = /^([\w.]{1,200})\.forward$/.exec(call.callee) ?? [];
      if (owner === '' || owner === 'self' || /^super\b/.test(owner) || !unit.view.packages.has('torch'))
        return undefined;
      // Of a class: the method of a base, with its object.
      if (/(^|\.)[A-Z]\w*$/.test(owner)) return undefined;
      const name = makerOf(owner, { functionName: call.functionName, at: call.range.start }, unit.view);
      const isModule =
        owner.startsWith('self.') || modules(unit).some((one) => one.name === name) || /^torch\.nn\./.test(name ?? '');
      const last = { start: call.calleeRange.end - '.forward'.length, end: call.calleeRange.end };
      return isModule
        ? { what: `${quote(call.callee)} is called.`, fix: { title: 'Call the module', range: last, text: '' } }
        : undefined;
    },
  },
  {
    id: 'requires-grad-misspelled',
    title: 'An attribute that does nothing is set',
    severity: 'high',
    confidence: 'certain',
    domain: 'correctness',
    aliases: { torchfix: ['TOR002'] },
    inTests: true,
    fixable: true,
    why: 'A tensor takes any attribute: layers that should be frozen go on learning, without an error.',
    remedy: 'The attribute is `requires_grad`.',
    *findAll({ view }) {
      for (const { name, range, functionName } of view.assignments) {
        if (!/\.require_grad$/.test(name) || ![...view.aliases.values()].some((one) => /^torch(\.|$)/.test(one)))
          continue;
        const last = { start: range.start + name.length - 'require_grad'.length, end: range.start + name.length };
        yield {
          range: last,
          key: `${functionName}/${name}`,
          what: `${quote(name)} is no attribute of PyTorch.`,
          fix: { title: 'Set requires_grad', range: last, text: 'requires_grad' },
        };
      }
    },
  },
  {
    id: 'checkpoint-reentrant-unsaid',
    title: 'Activation checkpointing does not say which of its forms is meant',
    severity: 'low',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'correctness',
    aliases: { torchfix: ['TOR003'] },
    inTests: true,
    why: 'Its default is changing; the old form loses gradients where no input asks for any.',
    remedy: 'Say `use_reentrant=False`.',
    find: (call) =>
      /^torch\.utils\.checkpoint\.checkpoint(_sequential)?$/.test(call.resolved) &&
      !call.hasDoubleStarArgs &&
      !argument(call, 'use_reentrant')
        ? { what: `${quote(call.callee)} does not say ${quote('use_reentrant')}.` }
        : undefined,
  },
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
    severity: 'medium',
    confidence: 'likely',
    domain: 'cost',
    aliases: {},
    inTests: true,
    why: 'The loss is a tensor with its graph: the sum holds the graphs of all batches, memory grows with each, and the run ends without any left.',
    remedy: 'Add the number: `loss.item()`, or `loss.detach()`.',
    *findAll(unit) {
      for (const { name, value, augmented, range, functionName } of unit.view.assignments) {
        if (!augmented || value.kind !== 'name' || !backwards(unit).has(`${functionName}/${value.text}`)) continue;
        const summed = backwards(unit).has(`${functionName}/${name}`) || /^(total_)?loss$/.test(name);
        const from = makerOf(value.text, { functionName, at: range.start }, unit.view);
        if (summed || name === value.text || /\.(item|detach|backward)$/.test(from ?? '') || !inLoop(range, unit))
          continue;
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
    id: 'tf-function-side-effect',
    title: 'A statement runs once instead of in each step',
    severity: 'low',
    confidence: 'likely',
    domain: 'correctness',
    aliases: {},
    inTests: true,
    why: '`tf.function` runs Python only while it traces: afterwards nothing is printed and nothing appended, whatever the steps do.',
    remedy: 'Use `tf.print`, and collect values in a `tf.TensorArray` or return them.',
    *findAll({ view }) {
      const traced = new Set(
        view.functions
          .filter(({ decorators }) => decorators.some(({ resolved }) => TF_FUNCTION.test(resolved ?? '')))
          .map(({ name }) => name),
      );
      if (traced.size === 0) return;
      for (const call of view.calls) {
        if (!traced.has(call.functionName)) continue;
        const [, list] = /^(\w+)\.append$/.exec(call.callee) ?? [];
        const isOuter =
          list !== undefined &&
          !view.assignments.some(({ name, functionName }) => name === list && functionName === call.functionName);
        if (call.resolved !== 'print' && !isOuter) continue;
        yield {
          range: call.calleeRange,
          key: `${call.functionName}/${call.callee}/${call.ordinal}`,
          what: `${quote(call.callee)} stands in a function that TensorFlow traces.`,
        };
      }
    },
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

const clearsSession = perView(({ source }) => source.includes('clear_session'));

/** The first layer or other module that the constructor sets. */
function firstLayer(init: string, { view }: PythonUnit): { readonly name: string; readonly range: Range } | undefined {
  return view.assignments.find(
    ({ name, value, functionName }) =>
      functionName === init &&
      /^self\.\w+$/.test(name) &&
      value.kind === 'call' &&
      /^torch\.nn\.[A-Z]\w*$/.test(value.resolved ?? ''),
  );
}

/** `super().__init__()` before the layer, or `nn.Module.__init__(self)`; with other bases nobody knows what they do. */
function isInitialised(
  one: PythonClass,
  init: string,
  layer: { readonly range: Range },
  { view, source }: PythonUnit,
): boolean {
  if (one.bases.length !== 1 || one.decorators.length > 0) return true;
  const isBefore = (call: PythonCall) => call.functionName === init && call.range.start < layer.range.start;
  return (
    view.calls.some((call) => isBefore(call) && /(^|\.)(__init__|_init|setup|init_module)$/.test(call.callee)) ||
    /\bsuper\s*\(/.test(source.slice(one.bodyRange.start, layer.range.start))
  );
}

/** Whether a call that loops would reach stands around: an assignment has no sign of its own. */
function inLoop({ start, end }: Range, { view }: PythonUnit): boolean {
  const near = view.calls.filter(
    ({ statementRange }) => statementRange.start <= end + 400 && statementRange.end >= start - 400,
  );
  return near.some(({ inLoop: loops, callee }) => loops && /\.backward$/.test(callee));
}

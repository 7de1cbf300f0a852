import { argument, type PythonCall, type PythonClass, type PythonView } from '../../../../documents/python.ts';
import type { Range } from '../../../../types.ts';
import { quote } from '../../../quote.ts';
import { makerOf } from '../../calls/maker-of.ts';
import { perView } from '../../calls/per-view.ts';
import type { PythonUnit } from '../../seeds/python-unit.ts';
import type { Row } from '../row.ts';

const MODULE =
  /^(torch\.nn\.(modules\.(module\.)?)?Module|(pytorch_lightning|lightning(\.pytorch)?)\.LightningModule)$/;
const TF_FUNCTION = /^tensorflow\.function$/;

/** Classes of the unit that are networks. */
const modules = perView(({ view }) =>
  view.classes.filter(({ bases }) => bases.some(({ resolved }) => MODULE.test(resolved ?? ''))),
);

/** How networks are made and run. */
export const networks: readonly Row[] = [
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
    why: 'A tensor takes any attribute, and nobody reads this one: what should be frozen goes on learning, without an error.',
    remedy: 'The attribute is `requires_grad`.',
    *findAll({ view }) {
      for (const { name, value, range, functionName } of view.assignments) {
        if (
          !/\.require_grad$/.test(name) ||
          isOwnName(name, view) ||
          ![...view.aliases.values()].some((one) => /^torch(\.|$)/.test(one))
        )
          continue;
        const last = { start: range.start + name.length - 'require_grad'.length, end: range.start + name.length };
        // A new tensor asks for no gradients anyway.
        const maker = makerOf(name.slice(0, -'.require_grad'.length), { functionName, at: range.start }, view);
        const isIdle = value.value === false && /^torch\.[a-z]\w*(\(\)\.\w+)*$/.test(maker ?? '');
        yield {
          range: last,
          key: `${functionName}/${name}`,
          ...(isIdle ? { severity: 'low' as const } : {}),
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
        const own = view.functions.find(({ name }) => name === call.functionName);
        const isOuter =
          !own?.parameters.some(({ name }) => name === list) &&
          list !== undefined &&
          !view.assignments.some(({ name, functionName }) => name === list && functionName === call.functionName);
        if (call.resolved !== 'print' && !isOuter) continue;
        // Who prints that it is traced wants to see how often that happens.
        if (call.resolved === 'print' && /\b(re)?trac(e[ds]?|ing)\b/i.test(call.args[0]?.value.text ?? '')) continue;
        yield {
          range: call.calleeRange,
          key: `${call.functionName}/${call.callee}/${call.ordinal}`,
          what: `${quote(call.callee)} stands in a function that TensorFlow traces.`,
        };
      }
    },
  },
];

/** Settings and classes may have an attribute of this name: those that read it. */
function isOwnName(name: string, { attributes, assignments }: PythonView): boolean {
  if (/^(self|cls|args|opts?|cfg|config|params|hparams|settings)\b/.test(name)) return true;
  const read = attributes.filter((one) => one.name.endsWith('.require_grad'));
  return read.some(({ range }) => !assignments.some((one) => one.range.start === range.start));
}

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

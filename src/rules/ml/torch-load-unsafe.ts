import { argument, type PythonCall } from '../../documents/python.ts';
import type { Fix, Observation, Rule, RuleContext, Severity } from '../../types.ts';
import { quote } from '../quote.ts';
import { callKey, type PlacedCall, placedCalls } from './calls/placed-calls.ts';
import { replaceText } from './calls/replace-text.ts';
import { isForOlderTorch, isOwnBuffer } from './loading/harmless-load.ts';
import { torchDefault } from './loading/torch-pin.ts';
import { insertArgument } from './seeds/insert-argument.ts';
import { isTestModule, type PythonSource } from './seeds/python-unit.ts';
import { versionFiles } from './versions/known-range.ts';

export const torchLoadUnsafe: Rule<PythonSource> = {
  id: 'torch-load-unsafe',
  kinds: ['python', 'notebook'],
  title: 'torch.load may run code from the file',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { ruff: ['S614'], bandit: ['B614', 'pytorch_load'], torchfix: ['TOR102'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *needs({ path }) {
    yield* versionFiles(path);
  },

  *check(document, context) {
    if (isTestModule(document.path)) return;
    const loads = placedCalls(document).filter(
      (load) => load.call.resolved === 'torch.load' && !isForOlderTorch(load) && !isOwnBuffer(load),
    );
    const bad = loads.flatMap((load) => {
      const reason = reasonOf(load.call, document.path, context);
      return reason ? [{ load, reason }] : [];
    });
    for (const { load, reason } of bad) yield problem(load, reason);
    const [first] = loads;
    if (first && bad.length === 0)
      yield {
        proof: `${loads.length} of ${loads.length} torch.load calls refuse pickled code`,
        range: first.unit.toFileRange(first.call.calleeRange),
      };
  },
};

interface Reason {
  readonly severity: Severity;
  readonly text: string;
}

function reasonOf(call: PythonCall, path: string, context: RuleContext): Reason | undefined {
  if (call.hasDoubleStarArgs) return undefined;
  const only = argument(call, 'weights_only');
  if (only) {
    return only.value.value === false
      ? { severity: 'medium', text: `${quote(only.value.text)} for ${quote('weights_only')} lets it run` }
      : undefined;
  }
  const pickle = argument(call, 'pickle_module', 2);
  if (pickle && pickle.value.value !== null)
    return { severity: 'medium', text: `${quote(pickle.value.text)} as pickle module runs` };
  const byDefault = torchDefault(path, context);
  if (byDefault === 'safe') return undefined;
  return byDefault === 'unsafe'
    ? { severity: 'medium', text: `without ${quote('weights_only')} the pinned PyTorch, older than 2.6, runs` }
    : { severity: 'low', text: `without ${quote('weights_only')} a PyTorch before 2.6 runs` };
}

function problem(load: PlacedCall, { severity, text }: Reason): Observation {
  const { call, unit } = load;
  const fix = refuseCode(load);
  return {
    range: unit.toFileRange(call.calleeRange),
    key: callKey(call),
    severity,
    message: {
      what: `${quote(call.callee)}: ${text} whatever code the file holds.`,
      why: 'A checkpoint from a hub, a bucket or a colleague can take over the machine that loads it.',
      remedy: `Pass ${quote('weights_only=True')}, and store weights as a state dict or as safetensors.`,
    },
    ...(fix ? { fix } : {}),
  };
}

function refuseCode({ call, unit }: PlacedCall): Fix | undefined {
  if (argument(call, 'pickle_module', 2)) return undefined;
  const only = argument(call, 'weights_only');
  const edit = only
    ? only.value.text === 'False'
      ? replaceText(unit, only.value.range, 'True')
      : undefined
    : insertArgument(unit, call, 'weights_only=True');
  return edit && { title: 'Load weights only', safety: 'review', edits: [edit] };
}

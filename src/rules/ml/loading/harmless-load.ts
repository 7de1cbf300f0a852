import { argument } from '../../../documents/python.ts';
import type { PlacedCall } from '../calls/placed-calls.ts';

/** `except TypeError:` after an attempt with `weights_only`: only a PyTorch that does not know the argument comes there. */
export function isForOlderTorch({ call, unit }: PlacedCall): boolean {
  const { calls, handlers } = unit.view;
  return handlers.some(
    ({ caught, tryRange, bodyRange }) =>
      caught.length === 1 &&
      caught[0]?.resolved?.replace('builtins.', '') === 'TypeError' &&
      bodyRange.start <= call.range.start &&
      bodyRange.end >= call.range.end &&
      calls.some((tried) => {
        const only = tried.resolved === 'torch.load' ? argument(tried, 'weights_only') : undefined;
        const { start, end } = tried.range;
        return only && only.value.value !== false && tryRange.start <= start && tryRange.end >= end;
      }),
  );
}

/** A buffer that the same function has just made empty and saved into: nobody else can have written there. */
export function isOwnBuffer({ call, unit }: PlacedCall): boolean {
  const buffer = argument(call, 'f', 0)?.value;
  if (buffer?.kind !== 'name') return false;
  const { assignments, calls } = unit.view;
  const made = assignments.filter(
    ({ name, functionName }) => name === buffer.text && functionName === call.functionName,
  );
  return (
    made.length > 0 &&
    made.every(({ value, unpacked }) => !unpacked && /^(io\.)?BytesIO\(\s*\)$/.test(value.text)) &&
    calls.some(
      (saved) =>
        saved.resolved === 'torch.save' &&
        saved.functionName === call.functionName &&
        argument(saved, 'f', 1)?.value.text === buffer.text,
    )
  );
}

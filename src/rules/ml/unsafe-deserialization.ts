import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { callKey, type PlacedCall, placedCalls } from './calls/placed-calls.ts';
import { pickledInput } from './loading/code-loaders.ts';
import { type Origin, originOf } from './loading/origin-of.ts';
import { isTestPath, type PythonSource } from './seeds/python-unit.ts';

export const unsafeDeserialization: Rule<PythonSource> = {
  id: 'unsafe-deserialization',
  kinds: ['python', 'notebook'],
  title: 'A pickle from outside is loaded',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (isTestPath(document.path)) return;
    for (const placed of placedCalls(document)) {
      const input = pickledInput(placed.call);
      const origin = input && originOf(input.value, placed.call, placed.unit);
      if (origin) yield problem(placed, origin);
    }
  },
};

function problem({ call, unit }: PlacedCall, { kind, text }: Origin): Observation {
  return {
    range: unit.toFileRange(call.calleeRange),
    key: callKey(call),
    severity: kind === 'network' ? 'high' : 'medium',
    message: {
      what: `${quote(call.callee)} reads what comes from ${quote(text)}.`,
      why:
        kind === 'network'
          ? 'A pickle is a program: whoever sends it runs code in this process.'
          : 'A pickle is a program: whoever can write to that place runs code in every job that loads it.',
      remedy:
        'Exchange data as JSON, Parquet or Arrow and models as safetensors, ONNX or skops; where it must be a pickle, check its hash against one kept in this repository first.',
    },
  };
}

import type { ParamsDocument } from '../../documents/params.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type GateNumber, gateNumbers } from './gates/gate-numbers.ts';
import type { PythonSource } from './seeds/python-unit.ts';

export const metricGateWeakened: Rule<PythonSource | ParamsDocument> = {
  id: 'metric-gate-weakened',
  kinds: ['params', 'python', 'notebook'],
  title: 'A model needs less to pass',
  severity: 'high',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'governance',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *compare(base, head) {
    if (!base || !head) return;
    const before = byKey(gateNumbers(base));
    for (const [key, gates] of byKey(gateNumbers(head))) {
      const old = before.get(key) ?? [];
      // As many as there were, so the n-th is the n-th.
      if (old.length !== gates.length) continue;
      for (const [i, gate] of gates.entries()) yield* compareGate(old[i], gate, base.path);
    }
  },
};

function byKey(gates: readonly GateNumber[]): ReadonlyMap<string, readonly GateNumber[]> {
  const groups = new Map<string, GateNumber[]>();
  for (const gate of gates) groups.set(gate.key, [...(groups.get(gate.key) ?? []), gate]);
  return groups;
}

function* compareGate(before: GateNumber | undefined, after: GateNumber, basePath: string): Generator<Observation> {
  if (!before || before.value === after.value) return;
  const { better, sure } = after.gate;
  const lowered = after.value < before.value;
  if (better !== 'unknown' && lowered !== (better === 'higher')) return;
  const known = better !== 'unknown';
  yield {
    range: after.range,
    key: after.key,
    severity: known ? 'high' : 'info',
    confidence: known && sure ? 'certain' : known ? 'likely' : 'heuristic',
    message: {
      what: `${quote(after.label)} went ${lowered ? 'down' : 'up'} from ${quote(before.text)} to ${quote(after.text)}.`,
      why: known
        ? 'A model that was stopped here before can now go to production.'
        : 'If this limit decides which model goes on, it changed together with what it judges.',
      remedy: `Go back to ${quote(before.text)}, or say in the pull request on which evidence ${quote(after.text)} is good enough, and who agreed.`,
    },
    related: [{ path: basePath, side: 'base', range: before.range, message: `It was ${quote(before.text)}.` }],
    fix: { title: `Go back to ${before.text}`, safety: 'safe', edits: [{ range: after.range, text: before.text }] },
  };
}

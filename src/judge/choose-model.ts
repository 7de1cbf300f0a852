import type { JudgeNote, JudgeSpending } from '../types.ts';
import type { Probe, Provider } from './providers/provider.ts';
import { totalSpent } from './spending.ts';

/** A model that answers, with what it can take. */
export interface ReadyModel {
  readonly id: string;
  readonly maxInput?: number;
  readonly maxOutput?: number;
}

/** The models that can be asked, in the order of the settings, and those that cannot. */
export interface ModelChoice {
  readonly ready: ReadyModel | undefined;
  /** Why the first of those that cannot be asked cannot. */
  readonly reason: string;
  readonly notes: readonly JudgeNote[];
  readonly spent: JudgeSpending;
}

/** The first of some models that can be asked. */
export async function chooseModel(provider: Provider, models: readonly string[]): Promise<ModelChoice> {
  const notes: JudgeNote[] = [];
  const spent: JudgeSpending[] = [];
  let reason = 'no model is named in the settings';
  for (const id of models) {
    const probe: Probe = await provider.probe(id);
    if (probe.state === 'ready') {
      const { maxInput, maxOutput } = probe;
      spent.push(...(probe.spent ? [probe.spent] : []));
      const ready = { id, ...(maxInput ? { maxInput } : {}), ...(maxOutput ? { maxOutput } : {}) };
      return { ready, reason, notes, spent: totalSpent(spent) };
    }
    if (notes.length === 0) reason = probe.reason;
    notes.push({ kind: 'skipped', text: `the model ${id} was passed over: ${probe.reason}` });
  }
  return { ready: undefined, reason, notes, spent: totalSpent(spent) };
}

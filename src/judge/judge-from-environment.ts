import type { Judge, NoJudge, Policy } from '../types.ts';
import type { JudgeMemory } from './memory.ts';
import { modelJudge } from './model-judge.ts';
import { providerFromEnvironment } from './providers/provider-from-environment.ts';

/**
 * A judge if the policy wants one and there are credentials; undefined where the policy wants none, and why not where it
 * does. A fork's change is judged only where the policy says so.
 */
export function judgeFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  policy: Policy,
  change?: { readonly fromFork: boolean },
  memory?: JudgeMemory,
): Judge | NoJudge | undefined {
  const { enabled, forks, models, maxTokens } = policy.judge;
  if (!enabled) return undefined;
  if (change?.fromFork === true && !forks) {
    return { skipped: 'the change comes from a fork, and judge.forks does not allow to send it' };
  }
  const found = providerFromEnvironment(env);
  if ('missing' in found) return { skipped: found.missing };
  return modelJudge({ provider: found.provider, models, maxTokens, ...(memory ? { memory } : {}) });
}

/** A judge who asks nobody, and answers only what was answered before for the same lines; undefined where none is wanted. */
export function judgeFromMemory(
  policy: Policy,
  change: { readonly fromFork: boolean },
  memory: JudgeMemory,
): Judge | undefined {
  const { enabled, forks, models, maxTokens } = policy.judge;
  if (!enabled || (change.fromFork && !forks)) return undefined;
  return modelJudge({ models, maxTokens, memory });
}

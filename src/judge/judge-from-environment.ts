import type { Judge, Policy } from '../types.ts';
import { claudeJudge } from './claude.ts';

/** A judge if there is a key and the policy wants one; a fork's change is judged only where the policy says so. */
export function judgeFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  policy: Policy,
  change?: { readonly fromFork: boolean },
): Judge | undefined {
  const apiKey = env.ANTHROPIC_API_KEY?.trim() ?? '';
  const baseUrl = env.ANTHROPIC_BASE_URL?.trim() ?? '';
  const { enabled, forks, model, maxTokens } = policy.judge;
  if (apiKey === '' || !enabled || (change?.fromFork === true && !forks)) {
    return undefined;
  }
  return claudeJudge({ apiKey, model, maxTokens, ...(baseUrl === '' ? {} : { baseUrl }) });
}

import type { Policy, Strictness } from '../types.ts';

/**
 * The rules that this policy does not want run, with the reason for people. A pedantic rule runs under regular
 * strictness when the settings give it a severity. A checklist item must not call the silence of such a rule an answer.
 */
export function excludedRules(
  rules: Iterable<{ readonly id: string; readonly strictness: Strictness }>,
  policy: Policy,
): ReadonlyMap<string, string> {
  const excluded = new Map<string, string>();
  for (const { id, strictness } of rules) {
    const reason = exclusion(id, strictness, policy);
    if (reason !== undefined) excluded.set(id, reason);
  }
  return excluded;
}

/** Why a rule is not wanted; `undefined` when it is. */
export function exclusion(rule: string, strictness: Strictness, policy: Policy): string | undefined {
  const setting = Object.hasOwn(policy.rules, rule) ? policy.rules[rule] : undefined;
  // A part of the repository may want what the rest does not.
  if (policy.scopes.some(({ rules }) => Object.hasOwn(rules, rule) && rules[rule] !== 'off')) return undefined;
  if (setting === 'off') return 'switched off in the settings';
  if (strictness === 'pedantic' && policy.strictness === 'regular' && setting === undefined) {
    return 'runs only under `strictness: pedantic`';
  }
  return undefined;
}

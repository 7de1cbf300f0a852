import { matchPath } from '../change/match-path.ts';
import type { Finding, Gate, Mode, Policy, PolicyScope, RuleLevel } from '../types.ts';

/** The scope that a path lies in: of several the last, as in CODEOWNERS. */
export function scopeAt(policy: Policy, path: string): PolicyScope | undefined {
  return policy.scopes.findLast(({ paths }) => paths.some((glob) => matchPath(glob, path)));
}

/** What a rule is set to at a path; undefined where nobody set it. */
export function levelAt(policy: Policy, rule: string, path: string): RuleLevel | undefined {
  const scope = scopeAt(policy, path);
  return own(scope?.rules, rule) ?? own(policy.rules, rule);
}

/** How a rule is meant at a path: the scope's word on the rule, the repository's, then the modes of scope and repository. */
export function modeAt(policy: Policy, rule: string, path: string): Mode {
  const scope = scopeAt(policy, path);
  return own(scope?.ruleModes, rule) ?? own(policy.ruleModes, rule) ?? scope?.mode ?? policy.mode;
}

/** The gates that a finding has to pass: the scope's; else those of the personas that answer for it, else the repository's. */
export function gatesAt(policy: Policy, { location }: Finding, personas: readonly string[]): readonly Gate[] {
  const scope = scopeAt(policy, location.path);
  if (scope?.gate) return [scope.gate];
  const gates = personas.flatMap((persona) => own(policy.personaGates, persona) ?? []);
  return gates.length > 0 ? gates : [policy.gate];
}

/** Settings are written by people: a rule may be called `constructor`. */
function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

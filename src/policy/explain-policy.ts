import type { Gate, Policy, PolicyScope } from '../types.ts';
import { levelAt, modeAt, scopeAt } from './policy-at.ts';

/** One effective value, and the file that it came from. */
export interface PolicyValue {
  readonly key: string;
  readonly value: string;
  readonly from: string;
}

/** Every value that holds, and where it came from; for a path what holds there. */
export function explainPolicy(policy: Policy, path?: string): readonly PolicyValue[] {
  const value = (key: string, text: string): PolicyValue => ({ key, value: text, from: sourceOf(policy, key) });
  const { judge } = policy;
  return [
    value('mode', policy.mode),
    value('gate', gateWords(policy.gate)),
    ...Object.entries(policy.personaGates).map(([name, gate]) => value(`personas.${name}`, gateWords(gate))),
    value('strictness', policy.strictness),
    value('on-incomplete', policy.onIncomplete),
    value('ratchet', String(policy.ratchet)),
    value('actions.allow', listWords(policy.actions.flatMap(({ allow }) => allow))),
    value('actions.deny', listWords(policy.actions.flatMap(({ deny }) => deny))),
    value('ignore', listWords(policy.ignore)),
    value('agents', listWords(policy.agents)),
    value('discover-agents', String(policy.discoverAgents)),
    value('max-comments', String(policy.maxComments)),
    value(
      'waivers',
      policy.approvers.length === 0 ? 'whoever may push and has no part in the change' : listWords(policy.approvers),
    ),
    value('judge.enabled', String(judge.enabled)),
    value('judge.model', listWords(judge.models)),
    value('judge.max-tokens', String(judge.maxTokens)),
    value('judge.forks', String(judge.forks)),
    value('judge.allow', judge.allow.length === 0 ? 'all' : listWords(judge.allow)),
    value('judge.deny', listWords(judge.deny)),
    ...ruleNames(policy).map((rule) => value(`rules.${rule}`, ruleWords(policy, rule))),
    ...policy.scopes.map(({ paths, owners }) =>
      value('scopes', `${paths.join(', ')}${owners.length > 0 ? ` (${owners.join(', ')})` : ''}`),
    ),
    ...(path === undefined ? [] : atPath(policy, path)),
  ];
}

function atPath(policy: Policy, path: string): readonly PolicyValue[] {
  const scope = scopeAt(policy, path);
  const from = scope ? `the scope ${scope.paths.join(', ')}` : 'no scope: as above';
  const rules = new Set([
    ...ruleNames(policy),
    ...Object.keys(scope?.rules ?? {}),
    ...Object.keys(scope?.ruleModes ?? {}),
  ]);
  return [
    { key: `${path}: mode`, value: scope?.mode ?? policy.mode, from: scope?.mode ? from : sourceOf(policy, 'mode') },
    {
      key: `${path}: gate`,
      value: gateWords(scope?.gate ?? policy.gate),
      from: scope?.gate ? from : sourceOf(policy, 'gate'),
    },
    ...[...rules].map((rule) => ({
      key: `${path}: rules.${rule}`,
      value: `${levelAt(policy, rule, path) ?? 'as it comes'}, ${modeAt(policy, rule, path)}`,
      from: isOf(scope, rule) ? from : sourceOf(policy, `rules.${rule}`),
    })),
  ];
}

function isOf(scope: PolicyScope | undefined, rule: string): boolean {
  return (
    scope !== undefined &&
    (Object.hasOwn(scope.rules, rule) || Object.hasOwn(scope.ruleModes, rule) || scope.mode !== undefined)
  );
}

function sourceOf(policy: Policy, key: string): string {
  return policy.origins[key] ?? 'default';
}

function gateWords({ severity, confidence, rules }: Gate): string {
  return `${severity} and ${confidence}${rules ? `, of ${rules.size} rules` : ''}`;
}

function listWords(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.join(', ');
}

function ruleNames({ rules, ruleModes }: Policy): string[] {
  return [...new Set([...Object.keys(rules), ...Object.keys(ruleModes)])].sort();
}

function ruleWords({ rules, ruleModes }: Policy, rule: string): string {
  return [rules[rule], ruleModes[rule]].filter((word) => word !== undefined).join(', ');
}

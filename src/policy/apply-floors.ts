import type { Gate, Mode, Policy, RuleLevel, Strictness } from '../types.ts';
import { gateOf } from './gate-presets.ts';
import type { Floors } from './settings-schema.ts';
import { compareConfidence, compareSeverity } from './severity-order.ts';
import { actionLists } from './to-policy.ts';

const MODES: readonly Mode[] = ['observe', 'advise', 'enforce'];
const STRICTNESSES: readonly Strictness[] = ['regular', 'pedantic'];
const RATCHET: readonly boolean[] = [false, true];
const FORBIDDEN: readonly boolean[] = [true, false];
const ON_INCOMPLETE: readonly Policy['onIncomplete'][] = ['warn', 'block'];

/**
 * The policy with an organisation's floors under it: what asks for less is raised, everywhere it stands, and said in
 * `problems`; what asks for more stays.
 */
export function applyFloors(policy: Policy, floors: Floors, organisation: string): Policy {
  const raised: string[] = [];
  const origins: Record<string, string> = { ...policy.origins };
  const note = (key: string) =>
    raised.push(`\`${key}\` asks for less than ${organisation} allows, so its floor holds.`);
  const lock = (key: string) => {
    origins[key] = `locked by ${organisation}`;
  };
  const raise = <Value>(key: string, order: readonly Value[], value: Value, floor: Value | undefined): Value => {
    if (floor === undefined || order.indexOf(value) >= order.indexOf(floor)) return value;
    if (isSet(policy, key)) note(key);
    lock(key);
    return floor;
  };
  const mode = (key: string, value: Mode) => raise(key, MODES, value, floors.mode);
  const gate = (key: string, value: Gate) =>
    raiseGate(value, floors.gate && gateOf(floors.gate), () => {
      if (isSet(policy, key)) note(key);
      lock(key);
    });
  const scopes = policy.scopes.map((scope, index) => ({
    ...scope,
    ...(scope.mode === undefined ? {} : { mode: mode(`scopes.${index}.mode`, scope.mode) }),
    ...(scope.gate === undefined ? {} : { gate: gate(`scopes.${index}.gate`, scope.gate) }),
    rules: raiseRules(scope.rules, floors, note),
    ruleModes: mapValues(scope.ruleModes, (value) => mode('scopes.rules', value)),
  }));
  const result: Policy = {
    ...policy,
    mode: mode('mode', policy.mode),
    strictness: raise('strictness', STRICTNESSES, policy.strictness, floors.strictness),
    gate: gate('gate', policy.gate),
    personaGates: mapValues(policy.personaGates, (value) => gate('personas', value)),
    onIncomplete: raise('on-incomplete', ON_INCOMPLETE, policy.onIncomplete, floors['on-incomplete']),
    ratchet: raise('ratchet', RATCHET, policy.ratchet, floors.ratchet),
    rules: raiseRules(policy.rules, floors, note, lock),
    ruleModes: mapValues(policy.ruleModes, (value, rule) => mode(`rules.${rule}.mode`, value)),
    scopes,
    actions: [...policy.actions, ...actionLists(floors.actions)],
    ignore: allowed(policy.ignore, floors.ignore, () => note('ignore')),
    approvers: raiseApprovers(policy.approvers, floors.waivers?.approvers, () => {
      if (isSet(policy, 'waivers')) note('waivers.approvers');
      lock('waivers');
    }),
    judge: {
      ...judgeUnder(policy.judge, floors.judge, (key) => {
        if (isSet(policy, key)) note(key);
        lock(key);
      }),
      enabled: raise('judge.enabled', FORBIDDEN, policy.judge.enabled, floors.judge?.enabled),
      forks: raise('judge.forks', FORBIDDEN, policy.judge.forks, floors.judge?.forks),
    },
  };
  if (floors.actions) lock('actions');
  return { ...result, origins, problems: [...policy.problems, ...new Set(raised)] };
}

/** Nobody is blamed for a default that lies below a floor. */
function isSet({ origins }: Policy, key: string): boolean {
  return key.includes('.') || key in origins;
}

/** The lower threshold of each kind holds, and every rule that either of the two gates on. */
function raiseGate(value: Gate, floor: Gate | undefined, note: () => void): Gate {
  if (floor === undefined) return value;
  const severity = compareSeverity(value.severity, floor.severity) > 0 ? floor.severity : value.severity;
  const confidence = compareConfidence(value.confidence, floor.confidence) > 0 ? floor.confidence : value.confidence;
  const rules = value.rules && floor.rules ? new Set([...value.rules, ...floor.rules]) : undefined;
  const asks =
    severity === value.severity && confidence === value.confidence && (!value.rules || floor.rules !== undefined);
  if (!asks) note();
  return { severity, confidence, ...(rules === undefined ? {} : { rules }) };
}

/** With `lock`, rules that nobody set stand at their floor too, and it is said where each came from. */
function raiseRules(
  rules: Readonly<Record<string, RuleLevel>>,
  { rules: floors = {} }: Floors,
  note: (key: string) => void,
  lock?: (key: string) => void,
): Readonly<Record<string, RuleLevel>> {
  const raised: Record<string, RuleLevel> = { ...rules };
  for (const [rule, floor] of Object.entries(floors)) {
    const set = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
    if (set === undefined ? lock === undefined : set !== 'off' && compareSeverity(set, floor) >= 0) continue;
    if (set !== undefined) note(`rules.${rule}`);
    lock?.(`rules.${rule}`);
    raised[rule] = floor;
  }
  return raised;
}

/** Less may leave the machine than the floor says, never more. */
function judgeUnder(judge: Policy['judge'], floor: Floors['judge'], note: (key: string) => void): Policy['judge'] {
  if (floor === undefined) return judge;
  const { allow: ceiling, deny = [], 'max-tokens': most = judge.maxTokens } = floor;
  if (judge.maxTokens > most) note('judge.max-tokens');
  const narrow = ceiling === undefined ? judge.allow : judge.allow.filter((glob) => ceiling.includes(glob));
  if (narrow.length < judge.allow.length) note('judge.allow');
  return {
    ...judge,
    maxTokens: Math.min(judge.maxTokens, most),
    // An empty list allows everything, so nothing that is left of one falls back to the floor's.
    allow: narrow.length === 0 && ceiling !== undefined ? ceiling : narrow,
    deny: [...new Set([...judge.deny, ...deny])],
  };
}

/** Of the floor's approvers a repository may name fewer; others it cannot add. */
function raiseApprovers(
  approvers: readonly string[],
  floor: readonly string[] | undefined,
  note: () => void,
): readonly string[] {
  if (floor === undefined || floor.length === 0) return approvers;
  const kept = approvers.filter((name) => floor.some((one) => plainName(one) === plainName(name)));
  if (kept.length > 0 && kept.length === approvers.length) return approvers;
  note();
  return kept.length > 0 ? kept : floor;
}

/** `@acme/security` and `acme/security` are the same. */
function plainName(approver: string): string {
  return approver.replace(/^@/, '').toLowerCase();
}

function allowed(ignore: readonly string[], floor: readonly string[] | undefined, note: () => void): readonly string[] {
  if (floor === undefined) return ignore;
  const kept = ignore.filter((glob) => floor.includes(glob));
  if (kept.length < ignore.length) note();
  return kept;
}

function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

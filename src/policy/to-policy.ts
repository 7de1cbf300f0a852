import type { ActionLists, Gate, Mode, Policy, PolicyScope, RuleLevel } from '../types.ts';
import { gateOf } from './gate-presets.ts';
import type { Layered } from './layers.ts';
import { DEFAULT_POLICY, type RuleSettings, type ScopeSettings, type Settings } from './settings-schema.ts';

/** The policy that settings ask for today. */
export function toPolicy({ settings, origins }: Layered, now: Date): Policy {
  const { judge = {}, personas = {} } = settings;
  const fallback = DEFAULT_POLICY;
  return {
    mode: modeOn(now, settings.mode, settings['enforce-from']) ?? fallback.mode,
    strictness: settings.strictness ?? fallback.strictness,
    gate: settings.gate === undefined ? fallback.gate : gateOf(settings.gate),
    personaGates: Object.fromEntries(Object.entries(personas).map(([name, { gate }]) => [name, gateOf(gate)])),
    scopes: (settings.scopes ?? []).map((scope) => toScope(scope, now)),
    onIncomplete: settings['on-incomplete'] ?? fallback.onIncomplete,
    ratchet: settings.ratchet ?? fallback.ratchet,
    ...ruleSettings(settings.rules),
    approvers: settings.waivers?.approvers ?? fallback.approvers,
    actions: actionLists(settings.actions),
    ignore: settings.ignore ?? fallback.ignore,
    agents: settings.agents ?? fallback.agents,
    discoverAgents: settings['discover-agents'] ?? fallback.discoverAgents,
    maxComments: settings['max-comments'] ?? fallback.maxComments,
    judge: {
      enabled: judge.enabled ?? fallback.judge.enabled,
      models: judge.model === undefined ? fallback.judge.models : [judge.model].flat(),
      maxTokens: judge['max-tokens'] ?? fallback.judge.maxTokens,
      forks: judge.forks ?? fallback.judge.forks,
      allow: judge.allow ?? fallback.judge.allow,
      deny: judge.deny ?? fallback.judge.deny,
    },
    waivers: [],
    codeOwners: [],
    origin: fallback.origin,
    origins,
    problems: [],
  };
}

/** The lists of one file of settings; none where it names no action. */
export function actionLists({ allow = [], deny = [] }: Settings['actions'] = {}): readonly ActionLists[] {
  return allow.length + deny.length > 0 ? [{ allow, deny }] : [];
}

function toScope(scope: ScopeSettings, now: Date): PolicyScope {
  const mode = modeOn(now, scope.mode, scope['enforce-from']);
  const gate: Gate | undefined = scope.gate === undefined ? undefined : gateOf(scope.gate);
  return {
    paths: scope.paths,
    owners: scope.owners ?? [],
    ...(mode === undefined ? {} : { mode }),
    ...(gate === undefined ? {} : { gate }),
    ...ruleSettings(scope.rules),
  };
}

/** From its day on, UTC, `enforce-from` wins over the mode. */
function modeOn(now: Date, mode: Mode | undefined, enforceFrom: string | undefined): Mode | undefined {
  return enforceFrom !== undefined && enforceFrom <= now.toISOString().slice(0, 10) ? 'enforce' : mode;
}

function ruleSettings(rules: RuleSettings = {}): Pick<Policy, 'rules' | 'ruleModes'> {
  const levels: Record<string, RuleLevel> = {};
  const modes: Record<string, Mode> = {};
  for (const [rule, setting] of Object.entries(rules)) {
    const { severity, mode } = typeof setting === 'string' ? { severity: setting, mode: undefined } : setting;
    if (severity !== undefined) levels[rule] = severity;
    if (mode !== undefined) modes[rule] = mode;
  }
  return { rules: levels, ruleModes: modes };
}

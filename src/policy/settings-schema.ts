import * as z from 'zod';
import type { Policy } from '../types.ts';
import { GATE_PRESETS } from './gate-presets.ts';

export const SETTINGS_PATH = '.github/pipewright.yml';
export const WAIVERS_PATH = '.github/pipewright-waivers.yml';

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
const CONFIDENCES = ['certain', 'likely', 'heuristic'] as const;
const MODES = ['observe', 'advise', 'enforce'] as const;
const PRESETS = ['safe', 'high', 'strict'] as const;

const mode = z.enum(MODES);
const gate = z.union([
  z.enum(PRESETS),
  z.strictObject({ severity: z.enum(SEVERITIES), confidence: z.enum(CONFIDENCES) }),
]);
const level = z.enum(['off', ...SEVERITIES]);
const rules = z.record(
  z.string(),
  z.union([level, z.strictObject({ severity: level.optional(), mode: mode.optional() })]),
);
const glob = z.string().min(1);

const scope = z.strictObject({
  paths: z.array(glob).min(1),
  owners: z.array(z.string().min(1)).optional(),
  mode: mode.optional(),
  'enforce-from': z.iso.date().optional(),
  gate: gate.optional(),
  rules: rules.optional(),
});

/** Patterns of actions: `owner/*`, `owner/name`, `owner/name/path`, with `@ref` or without. */
const actionPattern = z.string().regex(/^[^\s/@]+\/[^\s@]+(@\S+)?$/, 'It has to be OWNER/NAME, with * where you like');
const actions = z.strictObject({ allow: z.array(actionPattern), deny: z.array(actionPattern) }).partial();

const judge = z
  .strictObject({
    enabled: z.boolean(),
    model: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(5)]),
    'max-tokens': z.int().min(1000).max(1_000_000),
    forks: z.boolean(),
    allow: z.array(glob),
    deny: z.array(glob),
  })
  .partial();

/** What a file of settings may hold, a repository's as well as an organisation's. */
const shared = {
  mode,
  'enforce-from': z.iso.date(),
  strictness: z.enum(['regular', 'pedantic']),
  gate,
  personas: z.record(z.string(), z.strictObject({ gate })),
  'on-incomplete': z.enum(['block', 'warn']),
  ratchet: z.boolean(),
  rules,
  scopes: z.array(scope),
  actions,
  ignore: z.array(glob),
  agents: z.array(z.string().min(1)),
  'discover-agents': z.boolean(),
  'max-comments': z.int().min(0).max(50),
  waivers: z.strictObject({ approvers: z.array(z.string().min(1)) }),
  judge,
};

/** A repository's settings as they are written. Unknown keys are errors. */
export const settingsSchema = z
  .strictObject({
    ...shared,
    extends: z.string().regex(/^[\w.-]+\/[\w.-]+:[^@\s]+@\S+$/, 'It has to be OWNER/REPOSITORY:PATH@REF'),
  })
  .partial();

/** Floors of an organisation: its repositories may ask for more, never for less. */
const lockedSchema = z
  .strictObject({
    mode,
    strictness: z.enum(['regular', 'pedantic']),
    gate,
    'on-incomplete': z.enum(['block', 'warn']),
    ratchet: z.literal(true),
    rules: z.record(z.string(), z.enum(SEVERITIES)),
    /** Hold beside the repository's own. */
    actions,
    /** Globs that repositories may leave out; an empty list lets them leave out nothing. */
    ignore: z.array(glob),
    waivers: z.strictObject({ approvers: z.array(z.string().min(1)) }),
    judge: z
      .strictObject({
        enabled: z.literal(false),
        forks: z.literal(false),
        'max-tokens': z.int().min(1000).max(1_000_000),
        allow: z.array(glob).min(1),
        deny: z.array(glob),
      })
      .partial(),
  })
  .partial();

/** An organisation's settings as they are written. */
export const organisationSchema = z.strictObject({ ...shared, locked: lockedSchema }).partial();

export type Settings = z.infer<typeof settingsSchema>;
export type OrganisationSettings = z.infer<typeof organisationSchema>;
export type Floors = z.infer<typeof lockedSchema>;
export type RuleSettings = z.infer<typeof rules>;
export type ScopeSettings = z.infer<typeof scope>;

/** One entry of the waivers file as it is written. */
export const waiverSchema = z.strictObject({
  rule: z.string().min(1),
  path: z.string().min(1).optional(),
  address: z.string().min(1).optional(),
  fingerprint: z.string().min(1).optional(),
  reason: z.string().trim().min(1),
  owner: z.string().trim().min(1).optional(),
  'approved-by': z.string().trim().min(1),
  expires: z.iso.date(),
});

/** What holds where nothing is set. */
export const DEFAULT_POLICY: Policy = {
  mode: 'advise',
  strictness: 'regular',
  gate: GATE_PRESETS.high,
  personaGates: {},
  scopes: [],
  onIncomplete: 'block',
  ratchet: false,
  rules: {},
  ruleModes: {},
  approvers: [],
  actions: [],
  ignore: [],
  agents: [],
  discoverAgents: true,
  maxComments: 10,
  judge: { enabled: false, models: ['claude-sonnet-5-5'], maxTokens: 60_000, forks: false, allow: [], deny: [] },
  waivers: [],
  codeOwners: [],
  origin: 'defaults',
  origins: {},
  problems: [],
};

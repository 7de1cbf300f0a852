import * as z from 'zod';
import type { Policy } from '../types.ts';

export const SETTINGS_PATH = '.github/pipewright.yml';
export const WAIVERS_PATH = '.github/pipewright-waivers.yml';

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
const CONFIDENCES = ['certain', 'likely', 'heuristic'] as const;

/** A word in place of `gate: { severity, confidence }`. */
export const GATE_PRESETS: Readonly<Record<string, Policy['gate']>> = {
  lenient: { severity: 'critical', confidence: 'certain' },
  safe: { severity: 'high', confidence: 'certain' },
  strict: { severity: 'medium', confidence: 'likely' },
};

/** The settings file as it is written; a gate preset has been replaced by what it stands for. Unknown keys are errors. */
export const settingsSchema = z
  .strictObject({
    mode: z.enum(['observe', 'advise', 'enforce']),
    strictness: z.enum(['regular', 'pedantic']),
    gate: z.strictObject({ severity: z.enum(SEVERITIES), confidence: z.enum(CONFIDENCES) }),
    'on-incomplete': z.enum(['block', 'warn']),
    rules: z.record(z.string(), z.enum(['off', ...SEVERITIES])),
    ignore: z.array(z.string().min(1)),
    agents: z.array(z.string().min(1)),
    'max-comments': z.int().min(0).max(50),
    judge: z
      .strictObject({
        enabled: z.boolean(),
        model: z.string().min(1),
        'max-tokens': z.int().min(1000).max(1_000_000),
        forks: z.boolean(),
      })
      .partial(),
  })
  .partial();

export type Settings = z.infer<typeof settingsSchema>;

/** One entry of the waivers file as it is written. */
export const waiverSchema = z.strictObject({
  rule: z.string().min(1),
  path: z.string().min(1).optional(),
  fingerprint: z.string().min(1).optional(),
  reason: z.string().trim().min(1),
  'approved-by': z.string().trim().min(1),
  expires: z.iso.date(),
});

/** What holds where nothing is set. */
export const DEFAULT_POLICY: Policy = {
  mode: 'advise',
  strictness: 'regular',
  gate: { severity: 'high', confidence: 'certain' },
  onIncomplete: 'block',
  rules: {},
  ignore: [],
  agents: [],
  maxComments: 10,
  judge: { enabled: false, model: 'claude-sonnet-5-5', maxTokens: 60_000, forks: false },
  waivers: [],
  origin: 'defaults',
  problems: [],
};

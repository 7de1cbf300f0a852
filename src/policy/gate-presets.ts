import type { Gate } from '../types.ts';
import { SAFE_RULES } from './safe-rules.ts';

/** A word in place of `gate: { severity, confidence }`. */
export const GATE_PRESETS: Readonly<Record<'safe' | 'high' | 'strict', Gate>> = {
  safe: { severity: 'high', confidence: 'certain', rules: SAFE_RULES },
  high: { severity: 'high', confidence: 'certain' },
  strict: { severity: 'medium', confidence: 'likely' },
};

/** The gate that a setting asks for. */
export function gateOf(setting: keyof typeof GATE_PRESETS | Gate): Gate {
  return typeof setting === 'string' ? GATE_PRESETS[setting] : setting;
}

import type { Confidence, Severity } from '../types.ts';

const SEVERITIES: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical'];
const CONFIDENCES: readonly Confidence[] = ['heuristic', 'likely', 'certain'];

/** Negative when `a` does less damage than `b`, positive when it does more, 0 when equal. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

/** Negative when `a` is less sure than `b`, positive when it is surer, 0 when equal. */
export function compareConfidence(a: Confidence, b: Confidence): number {
  return CONFIDENCES.indexOf(a) - CONFIDENCES.indexOf(b);
}

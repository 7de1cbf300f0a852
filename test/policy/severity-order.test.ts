import { expect, test } from '@jest/globals';
import { compareConfidence, compareSeverity } from '../../src/policy/severity-order.ts';
import type { Confidence, Severity } from '../../src/types.ts';

test('severities sort by damage', () => {
  const severities: Severity[] = ['low', 'critical', 'info', 'high', 'medium'];
  expect(severities.sort(compareSeverity)).toEqual(['info', 'low', 'medium', 'high', 'critical']);
});

test('confidences sort by certainty', () => {
  const confidences: Confidence[] = ['certain', 'heuristic', 'likely'];
  expect(confidences.sort(compareConfidence)).toEqual(['heuristic', 'likely', 'certain']);
});

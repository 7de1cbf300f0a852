import type { FindingStatus } from '../types.ts';
import type { RawFinding } from './raw-finding.ts';

export interface Classified {
  readonly raw: RawFinding;
  readonly status: FindingStatus;
}

/**
 * Compares what a state rule found on the head with what it found on the base, as a multiset per rule and structural
 * key: introduced is worse than base, not new text. A finding that vanished from one changed file and stands in
 * another has moved.
 */
export function classifyFindings(base: readonly RawFinding[], head: readonly RawFinding[]): Classified[] {
  const left = new Set(base);
  const open = new Set(head);
  const result: Classified[] = [];

  pair((raw) => [raw.rule.id, raw.location.path, raw.key, raw.anchor], 'existing');
  pair((raw) => [raw.rule.id, raw.location.path, raw.key], 'existing');
  pair((raw) => [raw.rule.id, raw.location.path, raw.anchor], 'existing');
  pair((raw) => [raw.rule.id, raw.key, raw.anchor], 'moved');

  for (const raw of open) result.push({ raw, status: 'introduced' });
  for (const raw of left) result.push({ raw, status: 'resolved' });
  return result;

  function pair(identity: (raw: RawFinding) => readonly string[], status: FindingStatus): void {
    const waiting = new Map<string, RawFinding[]>();
    for (const raw of left) {
      const id = JSON.stringify(identity(raw));
      waiting.set(id, [...(waiting.get(id) ?? []), raw]);
    }
    for (const raw of [...open]) {
      const partner = waiting.get(JSON.stringify(identity(raw)))?.shift();
      if (!partner) continue;
      open.delete(raw);
      left.delete(partner);
      result.push({ raw, status: isWorse(raw, partner) ? 'introduced' : status });
    }
  }
}

const ORDER = ['info', 'low', 'medium', 'high', 'critical'];

function isWorse(head: RawFinding, base: RawFinding): boolean {
  return ORDER.indexOf(severityOf(head)) > ORDER.indexOf(severityOf(base));
}

function severityOf(raw: RawFinding): string {
  return raw.problem.severity ?? raw.rule.severity;
}

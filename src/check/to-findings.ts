import type { Finding } from '../types.ts';
import type { Classified } from './classify-findings.ts';
import { fingerprint } from './fingerprint.ts';
import type { Renames } from './renames.ts';

/** Makes findings; equal ones in the same place are told apart by a number. */
export function toFindings(classified: readonly Classified[], renames: Renames): Finding[] {
  const counts = new Map<string, number>();
  return classified.map(({ raw, status, before }) => {
    const { rule, problem, location, key, anchor } = raw;
    const plain = fingerprint({ rule: rule.id, path: location.path, key, anchor });
    const count = (counts.get(plain) ?? 0) + 1;
    counts.set(plain, count);
    const from = before && renames.pathOn(before.location.path, 'base');
    return {
      rule: rule.id,
      title: rule.title,
      kind: raw.kind,
      severity: problem.severity ?? rule.severity,
      confidence: problem.confidence ?? rule.confidence,
      strictness: rule.strictness,
      domain: rule.domain,
      location,
      message: problem.message,
      key,
      anchor,
      related: raw.related,
      origin: 'rule',
      status,
      fingerprint: count === 1 ? plain : `${plain}-${count}`,
      ...(raw.fix ? { fix: raw.fix } : {}),
      ...(from === undefined || from === location.path ? {} : { movedFrom: from }),
    };
  });
}

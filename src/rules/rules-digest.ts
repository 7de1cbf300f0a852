import { digestOf } from '../canonical-json.ts';
import { rules } from './index.ts';

/** The digest of the rule set: ids, what they are worth, and since when. */
export function rulesDigest(): string {
  const told = rules.map(({ id, severity, confidence, strictness, since }) => ({
    id,
    severity,
    confidence,
    strictness,
    since,
  }));
  return digestOf(told.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

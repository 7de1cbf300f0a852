import { createHash } from 'node:crypto';

/** Identity of a finding across pushes: no line numbers, no wording. */
export function fingerprint(parts: {
  readonly rule: string;
  readonly path: string;
  readonly key: string;
  readonly anchor: string;
}): string {
  const text = JSON.stringify([parts.rule, parts.path, parts.key, parts.anchor]);
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}

/** Text of an anchor with its white space folded: moving or re-indenting it changes nothing. */
export function normaliseAnchor(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}

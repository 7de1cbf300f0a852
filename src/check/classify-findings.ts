import type { FindingStatus } from '../types.ts';
import type { RawFinding } from './raw-finding.ts';

export interface Classified {
  readonly raw: RawFinding;
  readonly status: FindingStatus;
  /** The finding of the base that this one was taken for. */
  readonly before?: RawFinding;
}

/** The texts of a file on both sides: they tell whether something was renamed or is another thing. */
export type TextsOf = (raw: RawFinding) => { readonly base: string; readonly head: string };

/**
 * Compares what a state rule found on the head with what it found on the base, as a multiset per rule and structural
 * key: introduced is worse than base, not new text. A finding that vanished from one changed file and stands in
 * another has moved.
 */
export function classifyFindings(
  base: readonly RawFinding[],
  head: readonly RawFinding[],
  textsOf: TextsOf,
): Classified[] {
  const left = new Set(base);
  const open = new Set(head);
  const result: Classified[] = [];

  pair((raw) => [raw.rule.id, raw.location.path, raw.key, raw.anchor], 'existing');
  pair((raw) => [raw.rule.id, raw.location.path, raw.key], 'existing');
  pair(
    (raw) => [raw.rule.id, raw.location.path, raw.anchor],
    'existing',
    (raw, partner) => isRenamed(partner.key, raw.key, textsOf(raw)),
  );
  pair((raw) => [raw.rule.id, raw.key, raw.anchor], 'moved');

  for (const raw of open) result.push({ raw, status: 'introduced' });
  for (const raw of left) result.push({ raw, status: 'resolved' });
  return result;

  function pair(
    identity: (raw: RawFinding) => readonly string[],
    status: FindingStatus,
    fits: (raw: RawFinding, partner: RawFinding) => boolean = () => true,
  ): void {
    if (left.size === 0) return;
    const waiting = new Map<string, RawFinding[]>();
    for (const raw of left) {
      const id = JSON.stringify(identity(raw));
      const list = waiting.get(id);
      if (list) list.push(raw);
      else waiting.set(id, [raw]);
    }
    for (const raw of [...open]) {
      const candidates = waiting.get(JSON.stringify(identity(raw))) ?? [];
      const [partner] = candidates;
      if (!partner || !fits(raw, partner)) continue;
      candidates.shift();
      open.delete(raw);
      left.delete(partner);
      result.push({ raw, status: isWorse(raw, partner) ? 'introduced' : status, before: partner });
    }
  }
}

/**
 * Whether the same thing has another name now: what the old address names is gone from the head, and what the new one
 * names is not in the base. Two containers that swap a flag are two things.
 */
function isRenamed(before: string, after: string, { base, head }: ReturnType<TextsOf>): boolean {
  const [old, now] = [before.split('/'), after.split('/')];
  const gone = old.filter((part) => !now.includes(part));
  const come = now.filter((part) => !old.includes(part));
  return gone.every((part) => !names(head, part)) && come.every((part) => !names(base, part));
}

function names(text: string, word: string): boolean {
  const plain = word.replace(/#\d+$/, '');
  for (let i = text.indexOf(plain); i >= 0 && plain !== ''; i = text.indexOf(plain, i + plain.length)) {
    if (!/[\w-]/.test(text[i - 1] ?? ' ') && !/[\w-]/.test(text[i + plain.length] ?? ' ')) return true;
  }
  return false;
}

const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'];
const CONFIDENCES = ['heuristic', 'likely', 'certain'];

/** More damage, or as much and surer: what was advice could now fail the gate. */
function isWorse(head: RawFinding, base: RawFinding): boolean {
  const severity = (raw: RawFinding) => SEVERITIES.indexOf(raw.problem.severity ?? raw.rule.severity);
  const confidence = (raw: RawFinding) => CONFIDENCES.indexOf(raw.problem.confidence ?? raw.rule.confidence);
  return severity(head) > severity(base) || (severity(head) === severity(base) && confidence(head) > confidence(base));
}

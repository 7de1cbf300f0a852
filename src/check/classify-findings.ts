import type { FindingStatus } from '../types.ts';
import { isRenamed, rememberedNames, type Texts } from './is-renamed.ts';
import type { RawFinding } from './raw-finding.ts';

export interface Classified {
  readonly raw: RawFinding;
  readonly status: FindingStatus;
  /** The finding of the base that this one was taken for. */
  readonly before?: RawFinding;
}

/** The texts of a file on both sides: they tell whether something was renamed or is another thing. */
export type TextsOf = (raw: RawFinding) => Texts;

/** Alike findings of one file that are tried as partners: the same line may stand in hundreds of jobs. */
const MAX_TRIED = 50;

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
  const declaredIn = rememberedNames();

  pair((raw) => [raw.rule.id, raw.location.path, raw.key, raw.anchor], 'existing');
  pair((raw) => [raw.rule.id, raw.location.path, raw.key], 'existing');
  pair(
    (raw) => [raw.rule.id, raw.location.path, raw.anchor],
    'existing',
    (raw, partner) =>
      isRenamed(partner.key, raw.key, textsOf(raw), /\.ya?ml$/.test(raw.location.path) ? declaredIn : undefined),
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
      const index = candidates.slice(0, MAX_TRIED).findIndex((candidate) => fits(raw, candidate));
      const [partner] = index < 0 ? [] : candidates.splice(index, 1);
      if (!partner) continue;
      open.delete(raw);
      left.delete(partner);
      result.push({ raw, status: isWorse(raw, partner) ? 'introduced' : status, before: partner });
    }
  }
}

const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'];
const CONFIDENCES = ['heuristic', 'likely', 'certain'];

/** More damage, or as much and surer: what was advice could now fail the gate. */
function isWorse(head: RawFinding, base: RawFinding): boolean {
  const severity = (raw: RawFinding) => SEVERITIES.indexOf(raw.problem.severity ?? raw.rule.severity);
  const confidence = (raw: RawFinding) => CONFIDENCES.indexOf(raw.problem.confidence ?? raw.rule.confidence);
  return severity(head) > severity(base) || (severity(head) === severity(base) && confidence(head) > confidence(base));
}

import type { DroppedAnswer, Severity } from '../types.ts';
import type { Remark } from './apply-answers.ts';

/** A review with more opinions than this is not read. */
const MAX_REMARKS = 10;

const ORDER: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export interface LimitedRemarks {
  readonly remarks: readonly Remark[];
  readonly dropped: readonly DroppedAnswer[];
}

/** At most ten remarks, the gravest first, and each only once: the same words about the same lines may answer two items. */
export function limitRemarks(remarks: readonly Remark[]): LimitedRemarks {
  const ranked = [...remarks].sort((a, b) => rank(a) - rank(b));
  const kept = new Map<string, Remark>();
  const dropped: DroppedAnswer[] = [];
  for (const remark of ranked) {
    const item = remark.item.id;
    const same = kept.get(identity(remark));
    if (same !== undefined) dropped.push({ item, reason: `the same is said under ${same.item.id}` });
    else if (kept.size >= MAX_REMARKS) dropped.push({ item, reason: `more than ${MAX_REMARKS} remarks in one review` });
    else kept.set(identity(remark), remark);
  }
  return { remarks: [...kept.values()], dropped };
}

function rank({ answer }: Remark): number {
  return ORDER.indexOf(answer.severity ?? 'medium');
}

function identity({ anchor, answer, finding }: Remark): string {
  const words = answer.because.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  return JSON.stringify([anchor.path, anchor.side, anchor.startLine, words === ' ' ? finding.fingerprint : words]);
}

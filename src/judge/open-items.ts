import type { ChecklistItem, Verdict } from '../types.ts';

/** The items the model may answer: undecided, and either meant for it or only partly covered by rules. */
export function openItems(verdicts: readonly Verdict[]): ChecklistItem[] {
  return verdicts.filter(isOpen).map((verdict) => verdict.item);
}

/** Whether the model may answer this item. */
export function isOpen(verdict: Verdict): boolean {
  return verdict.outcome === 'undecided' && (verdict.item.judge === 'model' || verdict.item.partial);
}

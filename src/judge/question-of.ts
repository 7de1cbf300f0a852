import type { ChecklistItem } from '../types.ts';
import { GENERAL_QUESTION, QUESTIONS } from './questions.ts';

/** How an item is to be gone through: by its id, else by what its text speaks of, else as any item is. */
export function questionOf({ id, text }: ChecklistItem): string {
  const lower = text.toLowerCase();
  const row =
    QUESTIONS.find(({ ids }) => ids.includes(id)) ??
    QUESTIONS.find(({ words }) => words.some((word) => lower.includes(word)));
  return row?.ask ?? GENERAL_QUESTION;
}

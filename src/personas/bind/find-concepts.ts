import { CONCEPTS, type Concept } from './concepts.ts';
import { type Word, wordsOf } from './words-of.ts';

/** A concept that a text speaks of: which words say so, and where they stand. */
export interface Mention {
  readonly words: string;
  /** Position of its first word among the words of the text. */
  readonly at: number;
  readonly length: number;
}

/** The longest phrase of the table, in words. */
const LONGEST = 5;

/** By phrase, as stems: the concepts that it stands for. Made when the first text is read: most commands read none. */
let byPhrase: ReadonlyMap<string, readonly Concept[]> | undefined;

/** Every concept that a text speaks of, with its mentions. */
export function findConcepts(words: readonly Word[]): ReadonlyMap<Concept, readonly Mention[]> {
  const found = new Map<Concept, Mention[]>();
  byPhrase ??= phrases();
  for (let at = 0; at < words.length; at++) {
    for (let length = 1; length <= LONGEST && at + length <= words.length; length++) {
      if (length > 1 && words[at + length - 1]?.begins === true) break;
      const phrase = words.slice(at, at + length);
      for (const concept of byPhrase.get(phrase.map((word) => word.stem).join(' ')) ?? []) {
        const mention = { words: phrase.map((word) => word.text).join(' '), at, length };
        found.set(concept, [...(found.get(concept) ?? []), mention]);
      }
    }
  }
  return found;
}

function phrases(): ReadonlyMap<string, readonly Concept[]> {
  const made = new Map<string, Concept[]>();
  for (const concept of Object.keys(CONCEPTS) as Concept[]) {
    for (const phrase of CONCEPTS[concept].split(',')) {
      const key = wordsOf(phrase)
        .map((word) => word.stem)
        .join(' ');
      const known = made.get(key) ?? [];
      if (key !== '' && !known.includes(concept)) made.set(key, [...known, concept]);
    }
  }
  return made;
}

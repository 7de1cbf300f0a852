import type { Concept } from './concepts.ts';

/** Something that items ask for and rules answer. */
export interface Topic {
  readonly name: string;
  /** Every group needs one of its concepts. */
  readonly about: readonly (readonly Concept[])[];
  /** Concepts that show that the item is about something else. */
  readonly unless?: readonly Concept[];
  /** Rule ids; `*` stands for any letters. */
  readonly rules: readonly string[];
  /** The rules answer the whole of an item that says nothing beside the topic. */
  readonly whole?: true;
  /** Its words are so general that they count only in an item that says nothing else. */
  readonly alone?: true;
  /** Its items speak of people as those who may start something, not of what people do. */
  readonly namesPeople?: true;
}

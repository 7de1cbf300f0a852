/** What AWS, or its provider, takes for an attribute. */
export type Allowed = Words | Form | Span;

export interface Words {
  readonly oneOf: readonly string[];
  /** Letters may be small or large. */
  readonly anyCase?: boolean;
  /** AWS adds to the list now and then: what is not in it is likely wrong, and surely where only letters differ. */
  readonly grows?: boolean;
  /** What else is taken, by its form. */
  readonly orForm?: RegExp;
}

export interface Form {
  readonly form: RegExp;
  /** Characters that no part of it may have: they tell of texts that are known in part. */
  readonly never?: RegExp;
  /** The form in words, after "Use". */
  readonly says: string;
  /** Older ones of another form live on. */
  readonly isMilder?: boolean;
}

/** Numbers in a range, and one that switches it off. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly or?: number;
}

/** By resource type, then by the path of the attribute: `health_check.interval`. */
export type ValueTable = Readonly<Record<string, Readonly<Record<string, Allowed>>>>;

/** One of these words. */
export function words(text: string): Words {
  return { oneOf: text.split(' ') };
}

/** One of these words, in small or large letters. */
export function anyCase(text: string): Allowed {
  return { ...words(text), anyCase: true };
}

/** One of these words, of which there will be more. */
export function growing(text: string): Allowed {
  return { ...words(text), grows: true };
}

/** A number in a range, and one that switches it off. */
export function between(from: number, to: number, or?: number): Allowed {
  return { from, to, ...(or === undefined ? {} : { or }) };
}

/** A text of a form; `says` names it after "Use", `never` tells what no part of it has. */
export function form(pattern: RegExp, says: string, never?: RegExp): Allowed {
  return { form: pattern, says, ...(never ? { never } : {}) };
}

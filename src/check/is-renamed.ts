import { type DeclaredNames, declaredNames } from './declared-names.ts';

/** The texts of a file on both sides. */
export interface Texts {
  readonly base: string;
  readonly head: string;
}

/** What a text of YAML declares; remembered while findings are compared, for many stand in one file. */
export type DeclaredIn = (text: string) => DeclaredNames;

export function rememberedNames(): DeclaredIn {
  const known = new Map<string, DeclaredNames>();
  return (text) => {
    const found = known.get(text) ?? declaredNames(text);
    known.set(text, found);
    return found;
  };
}

/**
 * Whether the same thing has another name now: what the old address names is declared less often than before, and what
 * the new one names more often. Two containers that swap a flag are two things.
 */
export function isRenamed(before: string, after: string, texts: Texts, declaredIn?: DeclaredIn): boolean {
  const { gone, come } = difference(before.split('/'), after.split('/'));
  if (!declaredIn)
    return gone.every((part) => !names(texts.head, part)) && come.every((part) => !names(texts.base, part));
  const [base, head] = [declaredIn(texts.base), declaredIn(texts.head)];
  if (isDeclaredAnew({ gone, come }, base, head)) return true;
  // Addresses of values have dots between keys, and the places of steps, which shift when one is put before them.
  if (![before, after].every((key) => key.includes('.steps.'))) return false;
  const inside = difference(before.split(/[/.]/), after.split(/[/.]/));
  const isPlace = (part: string) => /^\d+$/.test(part);
  return (
    ([...inside.gone, ...inside.come].every(isPlace) && before !== after) ||
    isDeclaredAnew(
      { gone: inside.gone.filter((part) => !isPlace(part)), come: inside.come.filter((part) => !isPlace(part)) },
      base,
      head,
    )
  );
}

interface Difference {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

function difference(old: readonly string[], now: readonly string[]): Difference {
  return {
    gone: old.filter((part) => !now.includes(part)).map(plain),
    come: now.filter((part) => !old.includes(part)).map(plain),
  };
}

function isDeclaredAnew({ gone, come }: Difference, base: DeclaredNames, head: DeclaredNames): boolean {
  const changes = (part: string) => (head.get(part) ?? 0) - (base.get(part) ?? 0);
  // A step without a name has the address of what it does, which nothing declares.
  const isNowhere = (part: string) => !head.has(part) && !base.has(part);
  return (
    gone.every((part) => changes(part) < 0 || isNowhere(part)) &&
    come.every((part) => changes(part) > 0 || isNowhere(part)) &&
    [...gone, ...come].some((part) => changes(part) !== 0)
  );
}

function plain(part: string): string {
  return part.replace(/#\d+$/, '');
}

function names(text: string, word: string): boolean {
  for (let i = text.indexOf(word); i >= 0 && word !== ''; i = text.indexOf(word, i + word.length)) {
    if (!/[\w-]/.test(text[i - 1] ?? ' ') && !/[\w-]/.test(text[i + word.length] ?? ' ')) return true;
  }
  return false;
}

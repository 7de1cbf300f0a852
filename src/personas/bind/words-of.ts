import { stem } from './stem.ts';

/** A word of a text, as it stands there and as it is compared. */
export interface Word {
  readonly text: string;
  readonly stem: string;
}

/** Words that say nothing about what an item is about. */
const STOP: ReadonlySet<string> = new Set(
  `a an and are as at be been being both but by can could do does each either else etc every for from had has have if in
  into is it its itself may might more most must no nor not of off on once one only or other our out per same shall should
  so some such than that the their them then there these they this those to too up via was were what when where which who
  will with within would you your all any always never ensure ensures ensuring verify verifies use uses used using make sure
  check checks confirm validate validated appropriate appropriately proper properly least`.split(/\s+/),
);

/** Words above these tell nothing more, and texts come from outside. */
const MOST = 120;

/**
 * The words of a text that tell what it is about, in their order. `keep`: stop words too, for phrases that hold some.
 */
export function wordsOf(text: string, keep: ReadonlySet<string> = KEPT): readonly Word[] {
  const words = text
    .replace(/([a-z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\u2018\u2019']s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? [])
    .slice(0, MOST)
    .filter((word) => keep.has(word) || !STOP.has(word))
    .map((word) => ({ text: word, stem: stem(word) }));
}

/** Stop words that phrases of the table need: "least privilege", "health check", "data validation". */
const KEPT: ReadonlySet<string> = new Set([
  'least',
  'check',
  'checks',
  'validate',
  'validated',
  'verify',
  'no',
  'non',
  'not',
]);

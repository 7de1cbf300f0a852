import { stem } from './stem.ts';

/** A word of a text, as it stands there and as it is compared. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  /** A phrase cannot run over the end of a clause: this word begins one. */
  readonly begins: boolean;
}

/** Words that say nothing about what an item is about. */
const STOP: ReadonlySet<string> = new Set(
  `a an and are as at be been being both by can could do does each either etc every for from had has have in into
  is it its itself may might more most must never of off on once one only or other our out per same shall should
  some such than the their them there these they this those too up via was were will with within would you your all any
  always ensure ensures ensuring verifies use uses used using make sure confirm
  appropriate appropriately proper properly`.split(/\s+/),
);

/** Words that begin another thought. */
const JOINTS: ReadonlySet<string> = new Set(
  'to that which if when while but so then where who what without because unless until'.split(' '),
);

/** Words above these tell nothing more, and texts come from outside. */
const MOST = 120;

/** Names of fields are words: `allowPrivilegeEscalation`, `PodDisruptionBudget`. Names of products are one: `GitHub`. */
const FIELD_NAME = /\b(?:[a-z]{1,30}(?:[A-Z][a-z]{1,30}){1,5}|(?:[A-Z][a-z]{1,30}){3,6})\b/g;

/** The words of a text that tell what it is about, in their order. */
export function wordsOf(text: string): readonly Word[] {
  const tokens = text
    .replace(/\bhttps?:\/\/\S+/gi, ' ')
    .replace(FIELD_NAME, (name) => name.replace(/([a-z])(?=[A-Z])/g, '$1 '))
    .toLowerCase()
    .replace(/[\u2018\u2019']s\b/g, '')
    .replace(/\bup[ -]to[ -]date\b/g, 'uptodate')
    .match(/[\p{L}\p{N}]+|[,;:()!?|\u2013\u2014\u2192]|\.(?=\s|$)/gu);
  const words: Word[] = [];
  let begins = true;
  for (const token of (tokens ?? []).slice(0, 2 * MOST)) {
    if (JOINTS.has(token) || !/[\p{L}\p{N}]/u.test(token)) begins = true;
    else if (!STOP.has(token)) {
      words.push({ text: token, stem: stem(token), begins });
      begins = false;
    }
  }
  return words.slice(0, MOST);
}

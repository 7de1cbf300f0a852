import { createHash } from 'node:crypto';

const LONGEST = 60;
/** What can be left out of an id without making two texts one. */
const SILENT = /[\s.,;:!?'"()*_`/–—-]+/g;

/**
 * An id made of an item's text: the same wherever the item stands and whatever stands beside it. Texts that differ in
 * more than punctuation have different ids.
 */
export function itemId(text: string): string {
  const words = text.toLowerCase().replace(SILENT, ' ').trim();
  const slug = words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (slug.length <= LONGEST && /^[a-z0-9 ]+$/.test(words)) return slug;
  const digest = createHash('sha256').update(words).digest('hex').slice(0, 6);
  const start = slug.slice(0, LONGEST - 7).replace(/-$/, '');
  return start === '' ? `item-${digest}` : `${start}-${digest}`;
}

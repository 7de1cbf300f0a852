import { visibleText } from '../../sanitise.ts';

/** Longer statements are prose; people and models get their beginning. In UTF-16 code units. */
const MAX_LENGTH = 400;

const CHECK_MARKS =
  /^(?:[\u2610-\u2612\u2705\u2611\u2713-\u2718\u2717\u274c\u25a1\u25a2\u25fb\u25fc\u25ab\u2b1c\u2b1b\u{1f532}\u{1f533}\u{1f539}\u{1f538}]\ufe0f?\s*)+/u;

/** Markdown as the text it shows: no emphasis, links, images, tags or what people do not see. Code spans stay. */
export function cleanText(markdown: string): string {
  const text = visibleText(markdown.slice(0, 4 * MAX_LENGTH).replace(/[\u2028\u2029]/g, ' '))
    .replace(/<!--.*?(?:-->|$)/g, ' ')
    .replace(/<\/?[A-Za-z][^<>]{0,200}>/g, ' ')
    .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/(\*{1,3})(?=\S)([^*\n]{1,300})\1/g, '$2')
    .replace(/(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,300})\1(?![\w_])/g, '$2')
    .replace(/~~([^~\n]{1,300})~~/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(CHECK_MARKS, '');
  if (text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, MAX_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

import type { DockerWord } from '../dockerfile.ts';

// Quoted stretches and escaped characters belong to the word; a continued line goes on with the same word.
const WORD = /(?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\\\n(?=\S)|\\[^\n]|\\$|[^\s\\"'])+|["'\\]\S*/g;
// Where the backtick escapes, a backslash is a character like any other but for the one that masking puts at a line's end.
const WINDOWS_WORD = /(?:"(?:[^"`]|`[\s\S])*"|'[^']*'|\\\n(?=\S)|`[^\n]|\\(?!\n)|[^\s\\"'`])+|["'`]\S*/g;

/** Words of a masked instruction; `offset` is where the text begins in the source. */
export function splitWords(masked: string, offset: number, escapeChar: string): readonly DockerWord[] {
  return [...masked.matchAll(escapeChar === '`' ? WINDOWS_WORD : WORD)]
    .map((match) => {
      const raw = match[0].replace(/^(?:\\\n)+|(?:\\\n)+$/g, '');
      const start = offset + match.index + match[0].indexOf(raw);
      return { text: raw.replaceAll('\\\n', ''), range: { start, end: start + raw.length } };
    })
    .filter((word) => word.text !== '' && word.text !== '\\');
}

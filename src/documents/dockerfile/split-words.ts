import type { DockerWord } from '../dockerfile.ts';

// Quoted stretches and escaped characters belong to the word; a continued line goes on with the same word.
const WORD = /(?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\\\n(?=\S)|\\[^\n]|[^\s\\"'])+|["'\\]\S*/g;

/** Words of a masked instruction; `offset` is where the text begins in the source. */
export function splitWords(masked: string, offset: number): readonly DockerWord[] {
  return [...masked.matchAll(WORD)]
    .map((match) => {
      const raw = match[0].replace(/^(?:\\\n)+|(?:\\\n)+$/g, '');
      const start = offset + match.index + match[0].indexOf(raw);
      return { text: raw.replaceAll('\\\n', ''), range: { start, end: start + raw.length } };
    })
    .filter((word) => word.text !== '' && word.text !== '\\');
}

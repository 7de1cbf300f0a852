import type { DockerPair, DockerWord } from '../dockerfile.ts';

const KEYWORDS = new Set(['ENV', 'ARG', 'LABEL']);

/** Names and values of ENV, ARG, LABEL, also of the old `ENV NAME value with spaces`. */
export function toPairs(keyword: string, words: readonly DockerWord[]): readonly DockerPair[] {
  const first = words[0];
  if (!KEYWORDS.has(keyword) || !first) return [];
  if (keyword !== 'ARG' && !first.text.includes('=')) return [oldForm(first, words.slice(1))];
  return words.map((word) => {
    const at = word.text.indexOf('=');
    if (at < 0) return { name: unquote(word.text), range: word.range };
    return { name: unquote(word.text.slice(0, at)), value: unquote(word.text.slice(at + 1)), range: word.range };
  });
}

function oldForm(name: DockerWord, rest: readonly DockerWord[]): DockerPair {
  const range = { start: name.range.start, end: rest.at(-1)?.range.end ?? name.range.end };
  return { name: name.text, value: rest.map((word) => unquote(word.text)).join(' '), range };
}

/** Quotes may stand around any part of a value: `a"b c"d`. */
export function unquote(text: string): string {
  return text.replace(/"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\(.)/g, (_, double, single, escaped) => {
    if (double !== undefined) return double.replace(/\\(["\\$])/g, '$1');
    return single ?? escaped;
  });
}

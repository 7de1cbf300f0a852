import type { DockerPair, DockerWord } from '../dockerfile.ts';

const KEYWORDS = new Set(['ENV', 'ARG', 'LABEL']);

/** Names and values of ENV, ARG, LABEL, also of the old `ENV NAME value with spaces`. */
export function toPairs(keyword: string, words: readonly DockerWord[], escapeChar: string): readonly DockerPair[] {
  const first = words[0];
  if (!KEYWORDS.has(keyword) || !first) return [];
  if (keyword !== 'ARG' && !first.text.includes('=')) return [oldForm(first, words.slice(1), escapeChar)];
  return words.map(({ text, range }) => {
    const at = text.indexOf('=');
    if (at < 0) return { name: unquote(text, escapeChar), range };
    return { name: unquote(text.slice(0, at), escapeChar), value: unquote(text.slice(at + 1), escapeChar), range };
  });
}

function oldForm(name: DockerWord, rest: readonly DockerWord[], escapeChar: string): DockerPair {
  const range = { start: name.range.start, end: rest.at(-1)?.range.end ?? name.range.end };
  return { name: name.text, value: rest.map((word) => unquote(word.text, escapeChar)).join(' '), range };
}

/** Quotes may stand around any part of a value: `a"b c"d`. */
export function unquote(text: string, escapeChar = '\\'): string {
  if (escapeChar === '`') return text.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single);
  return text.replace(/"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\(.)/g, (_, double, single, escaped) => {
    if (double !== undefined) return double.replace(/\\(["\\$])/g, '$1');
    return single ?? escaped;
  });
}

import type { Range } from '../../types.ts';
import type { DockerWord } from '../dockerfile.ts';

const JSON_STRING = /"(?:[^"\\]|\\.)*"/g;

/** The strings of `["a", "b"]`; `undefined` where it is not a JSON array of strings, which Docker then reads as shell form. */
export function execWords(masked: string, args: Range, offset: number): readonly DockerWord[] | undefined {
  const text = masked.slice(args.start - offset, args.end - offset).replaceAll('\\\n', '  ');
  if (!text.startsWith('[') || !isStringArray(text)) return undefined;
  return [...text.matchAll(JSON_STRING)].map((match) => {
    const start = args.start + match.index + 1;
    return { text: JSON.parse(match[0]) as string, range: { start, end: start + match[0].length - 2 } };
  });
}

function isStringArray(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
  } catch {
    return false;
  }
}

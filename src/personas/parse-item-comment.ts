import type { Kind } from '../types.ts';
import { isKind } from './kinds.ts';

/** What an item's comment says: `id; rules: a, b; partial; judge: model|nobody; kinds: workflow, action; proxy: text`. */
export interface ItemComment {
  readonly id?: string;
  readonly rules: readonly string[];
  readonly partial: boolean;
  readonly judge?: 'model' | 'nobody';
  readonly kinds: readonly Kind[];
  readonly proxy?: string;
  /** Parts that mean nothing, each as a sentence for the author of the file. */
  readonly problems: readonly string[];
}

/** Reads an item's comment; what it does not understand is a problem and changes nothing. */
export function parseItemComment(comment: string): ItemComment {
  const [first = '', ...rest] = comment.split(';').map((part) => part.trim());
  const id = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(first) ? first : undefined;
  const { parts, problems } = readParts(id === undefined && first.includes(':') ? [first, ...rest] : rest);
  if (id === undefined) problems.push('it has no id; begin the comment with one, in kebab-case.');

  const kinds = list(parts.get('kinds'));
  problems.push(...kinds.filter((kind) => !isKind(kind)).map((kind) => `there is no file kind \`${kind}\`.`));
  const judge = parts.get('judge') ?? '';
  if (parts.has('judge') && !isJudge(judge)) problems.push(`judge is \`${judge}\`; write model or nobody.`);
  const proxy = parts.get('proxy');
  return {
    ...(id === undefined ? {} : { id }),
    rules: list(parts.get('rules')),
    partial: parts.has('partial'),
    ...(isJudge(judge) ? { judge } : {}),
    kinds: kinds.filter(isKind),
    ...(proxy ? { proxy } : {}),
    problems,
  };
}

function readParts(texts: readonly string[]): { parts: Map<string, string>; problems: string[] } {
  const parts = new Map<string, string>();
  const problems: string[] = [];
  for (const text of texts) {
    const [word = '', ...value] = text.split(':').map((piece) => piece.trim());
    if (WORDS.has(word)) parts.set(word, value.join(': '));
    else if (text !== '') problems.push(`\`${text}\` means nothing here; write one of ${[...WORDS].join(', ')}.`);
  }
  return { parts, problems };
}

const WORDS: ReadonlySet<string> = new Set(['rules', 'partial', 'judge', 'kinds', 'proxy']);

function list(text: string | undefined): readonly string[] {
  return [...new Set((text ?? '').split(',').map((word) => word.trim()))].filter((word) => word !== '');
}

function isJudge(word: string): word is 'model' | 'nobody' {
  return word === 'model' || word === 'nobody';
}

import type { Range } from '../../../types.ts';

/** How the shell reads the text at a place of a script. */
export type Quoting =
  | { readonly kind: 'bare' }
  | { readonly kind: 'double' }
  /** With the quotes, so that they can be turned into double ones. */
  | { readonly kind: 'single'; readonly quotes: Range };

type Frame = 'command' | 'backtick' | 'double';

/** What stands at a place, and where the reader goes on. */
interface Token {
  readonly to: number;
  readonly opens?: Frame;
  readonly closes?: true;
  readonly single?: true;
}

/**
 * The quoting at an offset of a bash script; undefined inside comments, here-documents, backticks and arithmetic, and
 * wherever this reader is not sure. `${{ }}` before the offset counts as plain text.
 */
export function shellQuoting(script: string, offset: number): Quoting | undefined {
  const frames: Frame[] = ['command'];
  let at = 0;
  while (at < offset) {
    const token = tokenAt(script, at, frames);
    if (!token) return undefined;
    if (token.to > offset) return token.single ? { kind: 'single', quotes: { start: at, end: token.to } } : undefined;
    if (token.opens) frames.push(token.opens);
    if (token.closes) frames.pop();
    at = token.to;
  }
  const top = frames.at(-1);
  if (top === 'backtick') return undefined;
  return top === 'double' ? { kind: 'double' } : { kind: 'bare' };
}

function tokenAt(script: string, at: number, frames: readonly Frame[]): Token | undefined {
  const top = frames.at(-1);
  if (script.startsWith('${{', at)) return { to: after(script, '}}', at + 3) };
  if (script.startsWith('$((', at)) return undefined;
  if (script.startsWith('$(', at)) return { to: at + 2, opens: 'command' };
  switch (script[at]) {
    case '\\':
      return { to: at + 2 };
    case '"':
      return top === 'double' ? { to: at + 1, closes: true } : { to: at + 1, opens: 'double' };
    case '`':
      return top === 'backtick' ? { to: at + 1, closes: true } : { to: at + 1, opens: 'backtick' };
    default:
      return top === 'double' ? { to: at + 1 } : bareTokenAt(script, at, frames.length > 1);
  }
}

/** Outside double quotes. */
function bareTokenAt(script: string, at: number, nested: boolean): Token | undefined {
  if (script.startsWith('((', at)) return undefined;
  if (script.startsWith('<<', at)) return hereAt(script, at);
  switch (script[at]) {
    case "'":
      return { to: after(script, "'", at + 1), single: true };
    case '#':
      return { to: /[\s;(&|]/.test(script[at - 1] ?? ' ') ? after(script, '\n', at) : at + 1 };
    case '(':
      return { to: at + 1, opens: 'command' };
    case ')':
      return nested ? { to: at + 1, closes: true } : { to: at + 1 };
    default:
      return { to: at + 1 };
  }
}

/** A here-string is one word; a here-document ends with its delimiter on a line of its own. */
function hereAt(script: string, at: number): Token | undefined {
  if (script.startsWith('<<<', at)) return { to: at + 3 };
  const [opening, , word] = /^<<-?\s*(["']?)([\w.-]+)\1/.exec(script.slice(at, at + 80)) ?? [];
  if (!opening || !word) return undefined;
  const end = new RegExp(`\\n[ \\t]*${word.replaceAll('.', '\\.')}[ \\t]*(?=\\r?\\n|$)`).exec(script.slice(at));
  return end ? { to: at + end.index + end[0].length } : undefined;
}

function after(script: string, what: string, from: number): number {
  const at = script.indexOf(what, from);
  return at < 0 ? script.length : at + what.length;
}

import type { Range } from '../../types.ts';

/** How the shell reads the text at a place of a script. */
export type Quoting =
  | { readonly kind: 'bare' }
  | { readonly kind: 'double' }
  /** With the quotes, so that they can be turned into double ones. */
  | { readonly kind: 'single'; readonly quotes: Range };

type Frame = { readonly kind: 'command' | 'backtick' | 'double' };

/**
 * The quoting at an offset of a bash script; undefined inside comments, here-documents and arithmetic, and wherever
 * this reader is not sure. `${{ }}` before the offset counts as plain text.
 */
export function shellQuoting(script: string, offset: number): Quoting | undefined {
  const stack: Frame[] = [{ kind: 'command' }];
  let i = 0;
  while (i < offset) {
    const rest = script.slice(i, i + 3);
    const top = stack.at(-1)?.kind ?? 'command';
    if (rest === '${{') {
      i = skipTo(script, '}}', i + 3);
      if (i > offset) return undefined;
      continue;
    }
    if (rest.startsWith('\\')) {
      i += 2;
      continue;
    }
    if (rest === '$((' || rest.startsWith('((')) return undefined;
    if (rest.startsWith('$(')) {
      stack.push({ kind: 'command' });
      i += 2;
      continue;
    }
    const char = rest[0] ?? '';
    if (char === '"') top === 'double' ? stack.pop() : stack.push({ kind: 'double' });
    else if (char === '`') top === 'backtick' ? stack.pop() : stack.push({ kind: 'backtick' });
    else if (top !== 'double') {
      if (char === "'") {
        const end = skipTo(script, "'", i + 1);
        if (end > offset) return { kind: 'single', quotes: { start: i, end } };
        i = end;
        continue;
      }
      if (char === '#' && /(^|[\s;(&|])$/.test(script.slice(Math.max(0, i - 1), i))) {
        i = skipTo(script, '\n', i);
        if (i > offset) return undefined;
        continue;
      }
      if (rest.startsWith('<<')) {
        const end = afterHeredoc(script, i);
        if (end === undefined || end > offset) return undefined;
        i = end;
        continue;
      }
      if (char === '(') stack.push({ kind: 'command' });
      if (char === ')' && stack.length > 1) stack.pop();
    }
    i += 1;
  }
  const top = stack.at(-1)?.kind;
  if (top === 'backtick') return undefined;
  return top === 'double' ? { kind: 'double' } : { kind: 'bare' };
}

function skipTo(script: string, what: string, from: number): number {
  const at = script.indexOf(what, from);
  return at < 0 ? script.length : at + what.length;
}

/** A here-string is one word; a here-document ends with its delimiter on a line of its own. */
function afterHeredoc(script: string, at: number): number | undefined {
  if (script.startsWith('<<<', at)) return at + 3;
  const [opening, , word] = /^<<-?\s*(["']?)([\w.-]+)\1/.exec(script.slice(at, at + 80)) ?? [];
  if (!opening || !word) return undefined;
  const end = new RegExp(`\\n[ \\t]*${word.replaceAll('.', '\\.')}[ \\t]*(?=\\r?\\n|$)`).exec(script.slice(at));
  return end ? at + end.index + end[0].length : undefined;
}

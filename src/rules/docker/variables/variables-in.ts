import type { Range } from '../../../types.ts';

/** `$NAME` or `${NAME}`, where it is replaced. */
export interface VariableUse {
  readonly name: string;
  /** `:-` and its like, where something stands in for a variable that is not set. */
  readonly operator?: string;
  readonly range: Range;
}

// A backslash takes the meaning of the character behind it; inside single quotes there are no variables.
const TOKEN = /\\[\s\S]|["'#]|\$(?:\{(\w+)([^\w}]{0,2})|([A-Za-z_]\w*))/g;

/**
 * The variables of a text in the syntax of Dockerfiles, or of a shell, which has comments. `offset` is where the text begins
 * in the source.
 */
export function variablesIn(text: string, offset: number, syntax: 'docker' | 'shell'): readonly VariableUse[] {
  const uses: VariableUse[] = [];
  let isQuoted = false;
  let skipTo = 0;
  for (const { 0: token, 1: braced, 2: operator, 3: bare, index } of text.matchAll(TOKEN)) {
    if (index < skipTo) continue;
    const name = braced ?? bare;
    if (name !== undefined) {
      const start = offset + index;
      const end = braced === undefined ? start + token.length : start + braced.length + 3;
      uses.push({ name, ...(operator ? { operator } : {}), range: { start, end } });
    } else if (token === '"') isQuoted = !isQuoted;
    else if (!isQuoted) skipTo = skipped(text, token, index, syntax);
  }
  return uses;
}

/** Where the text in single quotes, or the comment, ends that begins here. */
function skipped(text: string, token: string, at: number, syntax: 'docker' | 'shell'): number {
  if (token === "'") return endOf(text, "'", at);
  return token === '#' && syntax === 'shell' && /^\s?$/.test(text[at - 1] ?? '') ? endOf(text, '\n', at) : at;
}

/** Behind the next `mark` after `at`. */
function endOf(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at + 1);
  return found < 0 ? text.length : found + 1;
}

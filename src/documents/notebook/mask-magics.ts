import type { NotebookCell } from '../notebook.ts';

interface MaskedMagics {
  /** As long as the cell; Python as far as the cell is. */
  readonly masked: string;
  readonly magics: NotebookCell['magics'];
}

// A whole line, with the lines it is continued on: `%pip install x`, `!ls`, `?name`, `name??`.
const LINE =
  /^([ \t]*)((?:%%?|!{1,2}|\?{1,2})[^\n]*(?<=\\)(?:\n[^\n]*(?<=\\))*\n[^\n]*|(?:%%?|!{1,2}|\?{1,2})[^\n]*|[\w.]+\?{1,2}[ \t]*(?=\n|$))/gm;
// The right side of an assignment: `files = !ls`, `t = %timeit -o f()`.
const ASSIGNED = /^([ \t]*[\w., \t]+=[ \t]*)((?:!|%)[A-Za-z][^\n]*)/gm;
// Magics whose argument is Python that runs.
const PYTHON_ARGUMENT = /^%(?:time|prun|memit)[ \t]+(?!-)/;

/** Replaces what is for IPython by an expression that does nothing, character by character. */
export function maskMagics(text: string): MaskedMagics {
  const magics: { text: string; range: { start: number; end: number } }[] = [];
  const mask = (_whole: string, before: string, magic: string, offset: number) => {
    const start = offset + before.length;
    magics.push({ text: magic.trimEnd(), range: { start, end: start + magic.trimEnd().length } });
    return before + placeholder(magic);
  };
  const masked = text.replace(LINE, mask).replace(ASSIGNED, mask);
  return { masked, magics: magics.toSorted((a, b) => a.range.start - b.range.start) };
}

function placeholder(magic: string): string {
  const python = PYTHON_ARGUMENT.exec(magic)?.[0].length ?? 0;
  if (python > 0) return `0;${' '.repeat(python - 2)}${magic.slice(python)}`;
  // A break inside would put the spaces after it on a line of their own: allowed only with a backslash before it.
  return `0${magic.slice(1).replace(/[^\n\\]|\\(?!\n)/g, ' ')}`;
}

import type { NotebookCell } from '../notebook.ts';
import { type ParsedPython, type PythonNames, readPython } from '../python.ts';
import { maskMagics } from './mask-magics.ts';

interface CellPython {
  readonly magics: NotebookCell['magics'];
  /** Absent for a cell in another language. */
  readonly parsed?: ParsedPython;
}

// Cell magics after which Python follows. After all others (%%bash, %%html, %%writefile...) it does not.
const PYTHON_CELLS = /^%%(?:time|timeit|capture|prun|memit|mprun|python3?|scalene|heat|wandb|cython_off)\b/;

/** Reads a code cell. Lines for IPython are masked only if the cell is not Python as it stands: `%` can start a line. */
export function readCellPython(text: string, names: PythonNames): CellPython {
  const first = /^\s*(%%\S+[^\n]*)/.exec(text);
  if (first?.[1] && !PYTHON_CELLS.test(first[1])) return { magics: [cellMagic(text, first[1])] };
  const asItIs = first ? undefined : readPython(text, names);
  if (asItIs && asItIs.problems.length === 0) return { magics: [], parsed: asItIs };
  const { masked, magics } = maskMagics(text);
  if (asItIs && magics.length === 0) return { magics, parsed: asItIs };
  return { magics, parsed: readPython(masked, names) };
}

function cellMagic(text: string, line: string): NotebookCell['magics'][number] {
  const start = text.indexOf(line);
  return { text: text.slice(start), range: { start, end: text.length } };
}

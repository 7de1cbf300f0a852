import type { NotebookCell, NotebookDocument } from '../../../documents/notebook.ts';
import type { Problem, Range, Rule } from '../../../types.ts';
import { quote } from '../../quote.ts';

interface Found {
  readonly range: Range;
  readonly what: string;
  readonly key?: string;
}

/** Data for a rule about how a notebook was saved. */
interface NotebookRow
  extends Pick<Rule, 'id' | 'title' | 'severity' | 'confidence' | 'strictness' | 'domain' | 'aliases'> {
  readonly why: string;
  readonly remedy: string;
  readonly find: (document: NotebookDocument) => readonly Found[];
}

const ROWS: readonly NotebookRow[] = [
  {
    id: 'notebook-error-saved',
    title: 'A notebook is saved with an error',
    severity: 'low',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'reproducibility',
    aliases: {},
    why: 'It did not run to its end: what stands below the error is of another run.',
    remedy: 'Mend the cell and run all cells, or tag it `raises-exception` where the error is meant.',
    find: ({ view }) =>
      view.cells.flatMap((cell) => {
        const error = cell.tags.includes('raises-exception')
          ? undefined
          : cell.outputs.find(({ type }) => type === 'error');
        return error
          ? [
              {
                range: startOf(cell),
                what: `The cell ${quote(firstLine(cell))} ended with an error.`,
                key: addressOf(cell),
              },
            ]
          : [];
      }),
  },
  {
    id: 'notebook-out-of-order',
    title: 'Cells were run in another order than they stand in',
    severity: 'low',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'reproducibility',
    aliases: { pynblint: ['non-linear-execution'] },
    why: 'Who runs them from top to bottom gets other numbers than the saved ones, or an error.',
    remedy: 'Restart the kernel, run all cells, and save.',
    find: ({ view }) => {
      const run = view.cells.filter(({ executionCount }) => executionCount !== null);
      const at = run.findIndex((cell, index) => (cell.executionCount ?? 0) < (run[index - 1]?.executionCount ?? 0));
      const cell = run[at];
      return cell
        ? [
            {
              range: startOf(cell),
              what: `The cell ${quote(firstLine(cell))} was run before one that stands above it.`,
            },
          ]
        : [];
    },
  },
  {
    id: 'notebook-partly-run',
    title: 'Some cells of a notebook were not run',
    severity: 'info',
    confidence: 'likely',
    strictness: 'pedantic',
    domain: 'reproducibility',
    aliases: { pynblint: ['non-executed-cells'] },
    why: 'The saved results do not come from the code that stands there.',
    remedy: 'Run all cells, or delete those that are not needed.',
    find: ({ view }) => {
      const code = codeOf(view.cells);
      const open = code.filter(({ executionCount }) => executionCount === null);
      return open.length < code.length
        ? open.slice(0, 1).map((cell) => ({
            range: startOf(cell),
            what: `${open.length} of ${code.length} cells were not run, the first one ${quote(firstLine(cell))}.`,
          }))
        : [];
    },
  },
  {
    id: 'notebook-not-run',
    title: 'A notebook was never run',
    severity: 'info',
    confidence: 'heuristic',
    strictness: 'pedantic',
    domain: 'reproducibility',
    aliases: { pynblint: ['non-executed-notebook'] },
    why: 'Nobody sees whether it works, and what it shows.',
    remedy: 'Run all cells and save, where results are kept in the repository.',
    find: ({ view }) => {
      const code = codeOf(view.cells);
      const [first] = code;
      return first && code.every(({ executionCount }) => executionCount === null)
        ? [{ range: startOf(first), what: `None of its ${code.length} cells has been run.` }]
        : [];
    },
  },
  {
    id: 'notebook-name-left',
    title: 'A notebook has the name that Jupyter gave it',
    severity: 'info',
    confidence: 'certain',
    strictness: 'pedantic',
    domain: 'maintainability',
    aliases: { pynblint: ['untitled-notebook', 'duplicate-notebook-not-renamed'] },
    why: 'Nobody finds it, and of a copy nobody knows which one counts.',
    remedy: 'Give it the name of what it does, or delete it.',
    find: ({ path, view }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const [first] = view.cells;
      return first && /^Untitled\d*\.ipynb$|-Copy\d+\.ipynb$/.test(name)
        ? [{ range: startOf(first), what: `The notebook is called ${quote(name)}.` }]
        : [];
    },
  },
];

/** A rule for every row. */
export const notebookRules: readonly Rule<NotebookDocument>[] = ROWS.map(({ why, remedy, find, ...told }) => ({
  ...told,
  kinds: ['notebook'],
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const found of find(document)) yield problem(found, why, remedy);
  },
}));

function problem({ range, what, key }: Found, why: string, remedy: string): Problem {
  return { range, ...(key === undefined ? {} : { key }), message: { what, why, remedy } };
}

function codeOf(cells: readonly NotebookCell[]): readonly NotebookCell[] {
  return cells.filter(({ type, sourceText }) => type === 'code' && sourceText.trim() !== '');
}

/** The first line of its text; a comment stands there, not on the bracket before it. */
function startOf({ sourceText, toFileRange, sourceRange }: NotebookCell): Range {
  const end = sourceText.indexOf('\n');
  return sourceText === '' ? sourceRange : toFileRange({ start: 0, end: end < 1 ? sourceText.length : end });
}

function addressOf({ id, sourceText }: NotebookCell): string {
  return id ?? sourceText.slice(0, 80);
}

function firstLine({ sourceText }: NotebookCell): string {
  return sourceText.trim().split('\n', 1)[0] ?? '';
}

import type { Document, ParseProblem, Range, Side } from '../types.ts';
import { type JsonNode, member, parseJson } from './json-tree.ts';
import { isMachineLearningCode } from './ml-packages.ts';
import { readCells } from './notebook/read-cells.ts';
import type { PythonView } from './python.ts';

export type NotebookDocument = Document<'notebook', NotebookView>;

export interface NotebookView {
  readonly cells: readonly NotebookCell[];
  /** In lower case, from the metadata; `python` where it does not say. */
  readonly language: string;
  /** First segments of what all cells import. */
  readonly packages: ReadonlySet<string>;
  readonly isMachineLearning: boolean;
}

export interface NotebookCell {
  readonly index: number;
  readonly id?: string;
  readonly type: 'code' | 'markdown' | 'raw';
  /** The lines of the cell, joined. */
  readonly sourceText: string;
  /** Of a code cell in Python: ranges are offsets in `sourceText`; `toFileRange` says where that is. */
  readonly python?: PythonView;
  /** Lines for IPython, not for Python: `!pip install x`, `%pip install x`, `%%bash`; ranges in `sourceText`. */
  readonly magics: readonly { readonly text: string; readonly range: Range }[];
  readonly outputs: readonly NotebookOutput[];
  /** `null` where the cell has not been run. */
  readonly executionCount: number | null;
  readonly tags: readonly string[];
  /** Of the whole cell, in the file. */
  readonly range: Range;
  /** Of the value of `source`, in the file. */
  readonly sourceRange: Range;
  /** Offset in `sourceText` to offset in the file. */
  readonly toFileOffset: (offset: number) => number;
  /** A range of `sourceText` as a range of the file. */
  readonly toFileRange: (range: Range) => Range;
}

export interface NotebookOutput {
  /** `stream`, `execute_result`, `display_data`, `error`. */
  readonly type: string;
  /** Lines as the file has them, without images; ranges in the file. */
  readonly texts: readonly { readonly text: string; readonly range: Range }[];
  readonly range: Range;
}

const MAX_LENGTH = 20_000_000;

/** Reads a Jupyter notebook; the `python` grammar must be loaded. Never throws for a text. */
export function parseNotebook(path: string, side: Side, source: string): NotebookDocument {
  const make = (view: NotebookView, problems: readonly ParseProblem[], comments: NotebookDocument['comments'] = []) =>
    ({ kind: 'notebook', path, side, source, view, comments, problems }) as const;
  const whole = { start: 0, end: source.length };
  if (source.length > MAX_LENGTH) {
    const message = `The notebook is too large to be reviewed (${source.length} characters, the limit is ${MAX_LENGTH}).`;
    return make(EMPTY, [{ range: whole, message, severity: 'skipped' }]);
  }
  const { root, problems } = parseJson(source);
  const language = languageOf(root);
  const { cells, comments, problems: inCells } = readCells(source, root, language === 'python');
  if (cells.length === 0 && problems.length === 0 && member(root, 'cells') === undefined) {
    return make(EMPTY, [
      { range: whole, message: 'The JSON is not a Jupyter notebook: it has no cells.', severity: 'fatal' },
    ]);
  }
  const skipped = language === 'python' ? [] : [otherLanguage(whole, language)];
  return make(toView(cells, language), [...problems, ...skipped, ...inCells], comments);
}

const EMPTY: NotebookView = { cells: [], language: 'python', packages: new Set(), isMachineLearning: false };

function languageOf(root: JsonNode | undefined): string {
  const metadata = member(root, 'metadata');
  const names = [member(member(metadata, 'language_info'), 'name'), member(member(metadata, 'kernelspec'), 'language')];
  const name = names.find((node) => node?.kind === 'string');
  return name?.kind === 'string' ? name.value.toLowerCase().replace(/^i?python\d*$/, 'python') : 'python';
}

function toView(cells: readonly NotebookCell[], language: string): NotebookView {
  const views = cells.flatMap((cell) => (cell.python ? [cell.python] : []));
  return {
    cells,
    language,
    packages: new Set(views.flatMap((view) => [...view.packages])),
    isMachineLearning: isMachineLearningCode(views.flatMap((view) => view.imports.map((one) => one.name))),
  };
}

function otherLanguage(range: Range, language: string): ParseProblem {
  const name = language.replace(/[^\w+#. -]/g, '').slice(0, 30);
  return { range, message: `The notebook is written in ${name}; only Python cells are reviewed.`, severity: 'skipped' };
}

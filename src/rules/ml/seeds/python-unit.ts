import type { NotebookDocument } from '../../../documents/notebook.ts';
import type { PythonDocument, PythonView } from '../../../documents/python.ts';
import type { Document, Range } from '../../../types.ts';

/** Python that is read in one go: a file, or one cell of a notebook. */
export interface PythonUnit {
  readonly view: PythonView;
  /** The ranges of the view are offsets in this text. */
  readonly source: string;
  readonly toFileRange: (range: Range) => Range;
  /** A cell stands in JSON: what is inserted must be escaped as JSON strings are. */
  readonly isCell: boolean;
}

export type PythonSource = PythonDocument | NotebookDocument;

/** The Python of a document, in order; nothing for any other kind. */
export function pythonUnits(document: Document | undefined): readonly PythonUnit[] {
  if (document?.kind === 'python') {
    const { view, source } = document as PythonDocument;
    return [{ view, source, toFileRange: (range) => range, isCell: false }];
  }
  if (document?.kind !== 'notebook') return [];
  return (document as NotebookDocument).view.cells.flatMap((cell) =>
    cell.python ? [{ view: cell.python, source: cell.sourceText, toFileRange: cell.toFileRange, isCell: true }] : [],
  );
}

/** Tests may be as random as they like. */
export function isTestPath(path: string): boolean {
  return /(^|\/)(tests?|testing|conftest\.py|test_[^/]*|[^/]*_test\.py)(\/|$)/.test(path);
}

/** A test itself, by its name; what tests use (`tests/dags/example.py`) may be code as any other. */
export function isTestModule(path: string): boolean {
  return /(^|\/)(test_[^/]*\.py|[^/]*_test\.py|conftest\.py)$/.test(path);
}

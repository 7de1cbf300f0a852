import type { Document, Side } from '../types.ts';
import { parseShell, type ShellView } from './shell.ts';
import { sliceOf } from './source-text.ts';

export type ScriptDocument = Document<'script', ShellView>;

/** Reads a deployment script. A Makefile is no shell script as a whole; its recipes are not read yet, and it says so. */
export function parseScript(path: string, side: Side, source: string): ScriptDocument {
  if (/(^|\/)(GNU)?[Mm]akefile$/.test(path)) {
    const message = 'A Makefile: its recipes are not reviewed.';
    const problems = [{ range: { start: 0, end: 0 }, severity: 'skipped' as const, message }];
    return { kind: 'script', path, side, source, view: parseShell(''), comments: [], problems };
  }
  const view = parseShell(source);
  const comments = view.comments.map((range) => ({ range, text: sliceOf(source, range).replace(/^#+\s?/, '') }));
  return { kind: 'script', path, side, source, view, comments, problems: view.problems };
}

import type { Document, Side } from '../types.ts';
import { recipeScript } from './makefile/recipe-script.ts';
import { parseShell, type ShellView } from './shell.ts';
import { sliceOf } from './source-text.ts';

export type ScriptDocument = Document<'script', ShellView>;

/** Reads a deployment script, or the recipes of a Makefile. */
export function parseScript(path: string, side: Side, source: string): ScriptDocument {
  const isMakefile = /(^|\/)(GNU)?[Mm]akefile$/.test(path);
  const view = parseShell(isMakefile ? recipeScript(source) : source);
  const comments = view.comments.map((range) => ({ range, text: sliceOf(source, range).replace(/^#+\s?/, '') }));
  // A recipe's line may be half a command to a shell that reads them all as one script.
  return { kind: 'script', path, side, source, view, comments, problems: isMakefile ? [] : view.problems };
}

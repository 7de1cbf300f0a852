import type { ParseProblem } from '../types.ts';
import { copyTree } from './syntax-tree/copy-tree.ts';
import { type GrammarName, grammarFor } from './syntax-tree/grammars.ts';

export { type GrammarName, loadGrammars } from './syntax-tree/grammars.ts';

/** A node of a parsed text: plain data, offsets in UTF-16 code units of the whole source. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly field?: string;
  /** False for punctuation and keywords. */
  readonly named: boolean;
  /** The parser invented it to get over an error. */
  readonly missing: boolean;
  readonly children: readonly SyntaxNode[];
}

export interface SyntaxTree {
  readonly root: SyntaxNode;
  /** Some of the text does not belong to the language. */
  readonly hasError: boolean;
  /** Why there is no tree (then the root is empty), or not all of it. */
  readonly problem?: ParseProblem;
}

export interface ParseOptions {
  /** In UTF-16 code units. */
  readonly maxLength?: number;
  readonly maxMilliseconds?: number;
  /** Where the text starts in its file; all positions are moved by it. */
  readonly offset?: number;
}

const DEFAULTS: Required<ParseOptions> = { maxLength: 1_000_000, maxMilliseconds: 5000, offset: 0 };

/**
 * Parses a text; the grammar must have been loaded with `loadGrammars`. Never throws for a text:
 * what is too large, too slow or too deep comes back as the tree's problem.
 */
export function parseTree(name: GrammarName, source: string, options: ParseOptions = {}): SyntaxTree {
  const all = { ...DEFAULTS, ...options };
  if (source.length > all.maxLength) {
    const size = `${source.length.toLocaleString('en')} characters, the limit is ${all.maxLength.toLocaleString('en')}`;
    return emptyTree(
      source,
      all,
      'skipped',
      `The file is too large to be reviewed (${size}); split it or leave it out.`,
    );
  }
  try {
    // A trap in wasm is a RuntimeError: the text is at fault, not the program.
    return parseWithin(name, source, all);
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'RuntimeError') throw cause;
    return emptyTree(source, all, 'fatal', `The ${name} parser gave up on this file: ${cause.message}.`);
  }
}

function parseWithin(name: GrammarName, source: string, options: Required<ParseOptions>): SyntaxTree {
  const grammar = grammarFor(name);
  const { parser } = grammar;
  const deadline = performance.now() + options.maxMilliseconds;
  const tree = parser.parse(source, null, { progressCallback: () => performance.now() > deadline });
  if (tree === null) {
    parser.reset();
    const seconds = options.maxMilliseconds / 1000;
    return emptyTree(
      source,
      options,
      'fatal',
      `The file takes longer than ${seconds} s to parse, so it was not reviewed.`,
    );
  }
  try {
    return copyTree(tree, grammar, options.offset);
  } finally {
    tree.delete();
  }
}

function emptyTree(
  source: string,
  { offset }: Required<ParseOptions>,
  severity: 'fatal' | 'skipped',
  message: string,
): SyntaxTree {
  const range = { start: offset, end: offset + source.length };
  const root = { type: '', ...range, named: true, missing: false, children: [] };
  return { root, hasError: severity === 'fatal', problem: { range, message, severity } };
}

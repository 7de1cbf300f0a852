import type { Document, ParseProblem, Range, Side, SourceComment } from '../types.ts';
import { collectPython } from './python/collect-python.ts';

export type PythonDocument = Document<'python', PythonView>;

/** `null` is Python's `None`. */
export type PythonValue = string | number | boolean | null;

export interface PythonView {
  readonly imports: readonly PythonImport[];
  /** Local name to dotted name: `np` to `numpy`, `tts` to `sklearn.model_selection.train_test_split`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** First segments of all absolute imports. */
  readonly packages: ReadonlySet<string>;
  /** In the order a reader meets them; of a chain, the first link first. */
  readonly calls: readonly PythonCall[];
  /** Attributes that are read or written, not called: `frame.values`, `np.bool`; the longest chain only. */
  readonly attributes: readonly PythonAttribute[];
  readonly assignments: readonly PythonAssignment[];
  readonly functions: readonly PythonFunction[];
  readonly classes: readonly PythonClass[];
  readonly comparisons: readonly PythonComparison[];
  readonly asserts: readonly PythonAssert[];
  readonly handlers: readonly PythonHandler[];
  /** Strings that are put together of others: f-strings with values, `"a" + b`, `"%s" % b`, `"{}".format(b)`; the outermost only. */
  readonly builtTexts: readonly PythonBuiltText[];
  /** By imports alone; see `ml-packages.ts`. */
  readonly isMachineLearning: boolean;
}

export interface PythonImport {
  /** Dotted, with leading dots where it is relative; ends in `.*` for a star import. */
  readonly name: string;
  /** The name it has in this file. */
  readonly alias: string;
  readonly range: Range;
  readonly functionName: string;
}

export interface PythonExpression {
  /** `list` is also for tuples and sets, `literal` for numbers, strings, `True`, `False`, `None`. */
  readonly kind: 'literal' | 'name' | 'call' | 'attribute' | 'list' | 'dict' | 'other';
  /** Known for literals, and for names of constants assigned once at module level. `null` is `None`. */
  readonly value?: PythonValue;
  /** Dotted name after imports, of a name, attribute or called function. */
  readonly resolved?: string;
  readonly items?: readonly PythonExpression[];
  readonly entries?: readonly { readonly key: PythonExpression; readonly value: PythonExpression }[];
  readonly text: string;
  readonly range: Range;
}

export interface PythonArgument {
  readonly name?: string;
  readonly value: PythonExpression;
  /** With the name of a keyword argument. */
  readonly range: Range;
}

export interface PythonCall {
  /** As written, calls and subscripts in between shortened: `load()[].train_test_split`. */
  readonly callee: string;
  /** After imports: `sklearn.model_selection.train_test_split`; a method of a variable stays `dataset.train_test_split`. */
  readonly resolved: string;
  /** What the variable in front was assigned from: `sklearn.svm.SVC` for `model.fit` after `model = SVC()`. */
  readonly receiver?: string;
  readonly range: Range;
  readonly calleeRange: Range;
  /** Inside the parentheses. */
  readonly argsRange: Range;
  readonly args: readonly PythonArgument[];
  readonly hasStarArgs: boolean;
  readonly hasDoubleStarArgs: boolean;
  /** Qualified name of the enclosing function or class; empty at module level. */
  readonly functionName: string;
  /** Counts from 0 among calls with this callee in this function. */
  readonly ordinal: number;
  readonly isAwaited: boolean;
  readonly inLoop: boolean;
  /** Resolved names of the context managers around it, outermost first: `torch.no_grad`. */
  readonly within: readonly string[];
  /** The statement it stands in; of a compound statement, its header. */
  readonly statementRange: Range;
}

export interface PythonAttribute {
  /** As written, dotted; see `PythonCall.callee`. */
  readonly name: string;
  readonly resolved: string;
  readonly range: Range;
  readonly functionName: string;
}

export interface PythonAssignment {
  /** The target as written: `seed`, `self.model`, `os.environ["X"]`. */
  readonly name: string;
  readonly value: PythonExpression;
  /** One of several names on the left: the value is the whole right side. */
  readonly unpacked: boolean;
  /** `+=` and its like. */
  readonly augmented: boolean;
  readonly range: Range;
  readonly functionName: string;
}

export interface PythonParameter {
  /** With `*` or `**` where it has them. */
  readonly name: string;
  readonly annotation?: string;
  readonly default?: PythonExpression;
  readonly range: Range;
}

export interface PythonFunction {
  /** Qualified: `Trainer.fit`. */
  readonly name: string;
  readonly nameRange: Range;
  readonly range: Range;
  readonly bodyRange: Range;
  readonly decorators: readonly PythonExpression[];
  readonly parameters: readonly PythonParameter[];
  readonly isAsync: boolean;
  /** Names that its body reads and does not bind, each where it stands first; empty where it has no decorator. */
  readonly freeNames: readonly { readonly name: string; readonly range: Range }[];
}

export interface PythonClass {
  readonly name: string;
  readonly nameRange: Range;
  readonly range: Range;
  readonly bodyRange: Range;
  readonly bases: readonly PythonExpression[];
  readonly decorators: readonly PythonExpression[];
}

export interface PythonComparison {
  readonly left: PythonExpression;
  readonly operator: string;
  readonly right: PythonExpression;
  readonly range: Range;
  readonly functionName: string;
  /** What happens by it: an `assert`, an `if` whose body raises or exits, or nothing that stops the program. */
  readonly guards: 'assert' | 'raise' | 'none';
}

export interface PythonAssert {
  readonly condition: PythonExpression;
  readonly range: Range;
  readonly functionName: string;
}

/** One `except` clause. */
export interface PythonHandler {
  /** What it catches; empty for a bare `except:`. */
  readonly caught: readonly PythonExpression[];
  /** From `except` to its colon. */
  readonly range: Range;
  /** What is tried. */
  readonly tryRange: Range;
  readonly bodyRange: Range;
  /** What it does, in order. `call` and `text` are statements that are nothing else. */
  readonly statements: readonly {
    readonly kind: 'pass' | 'continue' | 'break' | 'return' | 'raise' | 'call' | 'text' | 'other';
    readonly range: Range;
  }[];
  readonly functionName: string;
}

export interface PythonBuiltText {
  readonly range: Range;
  readonly functionName: string;
}

/** What a later notebook cell knows from the cells before it. */
export interface PythonNames {
  readonly aliases: ReadonlyMap<string, string>;
  readonly constants: ReadonlyMap<string, PythonValue>;
}

export interface ParsedPython {
  readonly view: PythonView;
  readonly names: PythonNames;
  readonly comments: readonly SourceComment[];
  readonly problems: readonly ParseProblem[];
}

/** Reads a Python file; the `python` grammar must be loaded. Never throws for a text. */
export function parsePython(path: string, side: Side, source: string): PythonDocument {
  const { view, comments, problems } = readPython(source);
  return { kind: 'python', path, side, source, view, comments, problems };
}

/** Reads Python that is not a file of its own: a notebook cell, with the names of the cells before it. */
export function readPython(source: string, outer?: PythonNames): ParsedPython {
  return collectPython(source, outer ?? { aliases: new Map(), constants: new Map() });
}

/** The value of a keyword argument, or of the positional argument at an index. */
export function argument(call: PythonCall, name: string, position?: number): PythonArgument | undefined {
  const named = call.args.find((arg) => arg.name === name);
  if (named || position === undefined) return named;
  const positional = call.args.filter((arg) => arg.name === undefined);
  return positional[position];
}

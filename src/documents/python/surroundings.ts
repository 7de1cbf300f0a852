import type { Range } from '../../types.ts';
import type { PythonComparison } from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { Reader } from './reader.ts';

/** What surrounds a node of a Python tree. */
export interface Surroundings {
  readonly reader: Reader;
  readonly functionName: string;
  readonly statementRange: Range;
  readonly inLoop: boolean;
  readonly within: readonly string[];
  readonly guards: PythonComparison['guards'];
  /** What the node is to its parent: awaited by it, or (the beginning of) the name of what it calls. */
  readonly role: 'awaited' | 'callee' | 'none';
  /** Of the definition that comes next. */
  readonly decorators: readonly SyntaxNode[];
}

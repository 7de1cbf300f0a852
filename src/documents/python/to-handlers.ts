import type { PythonHandler } from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { partsOf, rangeOf } from './reader.ts';
import type { Surroundings } from './surroundings.ts';
import { toExpression } from './to-expression.ts';

/** The `except` clauses of a `try`. */
export function toHandlers(node: SyntaxNode, around: Surroundings): readonly PythonHandler[] {
  const tried = node.children.find((child) => child.type === 'block');
  const clauses = node.children.filter(({ type }) => type === 'except_clause' || type === 'except_group_clause');
  return clauses.flatMap((clause) => {
    const body = clause.children.find((child) => child.type === 'block');
    const colon = clause.children.findLast((child) => child.type === ':');
    if (!tried || !body) return [];
    return [
      {
        caught: caughtBy(clause, around),
        range: { start: clause.start, end: colon?.end ?? body.start },
        tryRange: rangeOf(tried),
        bodyRange: rangeOf(body),
        statements: partsOf(body).map((one) => ({ kind: kindOf(one), range: rangeOf(one) })),
        functionName: around.functionName,
      },
    ];
  });
}

/** `except A`, `except A as e`, `except (A, B) as e`. */
function caughtBy(clause: SyntaxNode, { reader }: Surroundings): PythonHandler['caught'] {
  return partsOf(clause)
    .filter((part) => part.type !== 'block')
    .flatMap((part) => (part.type === 'as_pattern' ? part.children.slice(0, 1) : [part]))
    .map((part) => toExpression(part, reader))
    .flatMap((one) => one.items ?? [one]);
}

const KINDS: Readonly<Record<string, PythonHandler['statements'][number]['kind']>> = {
  pass_statement: 'pass',
  continue_statement: 'continue',
  break_statement: 'break',
  return_statement: 'return',
  raise_statement: 'raise',
};

function kindOf(statement: SyntaxNode): PythonHandler['statements'][number]['kind'] {
  const [only] = statement.type === 'expression_statement' ? partsOf(statement) : [];
  if (only?.type === 'call') return 'call';
  if (only?.type === 'string' || only?.type === 'ellipsis') return 'text';
  return KINDS[statement.type] ?? 'other';
}

import type { ExpressionNode } from '../../../../documents/workflow/expression.ts';
import { comparisonProblem } from './compare-types.ts';
import type { TypeOfContext } from './context-types.ts';
import { type Argument, callType } from './function-types.ts';
import { memberType } from './member-type.ts';
import type { TypeProblem } from './type-problem.ts';
import { ANY, BOOLEAN, commonType, NULL, NUMBER, STRING, type ValueType } from './value-type.ts';

/** The type of an expression, and what is wrong on the way there. The parser bounds how deep it goes. */
export function* inferType(node: ExpressionNode, contexts: TypeOfContext): Generator<TypeProblem, ValueType> {
  switch (node.kind) {
    case 'literal':
      return literalType(node.value);
    case 'context':
      return yield* pathType(node.path, contexts);
    case 'call':
      return yield* callType(node.name, yield* argumentsOf(node.args, contexts));
    case 'index':
      return yield* indexType(node, contexts);
    case 'not':
      yield* inferType(node.operand, contexts);
      return BOOLEAN;
    case 'comparison': {
      const [left, right] = yield* argumentsOf(node.operands, contexts);
      const problem = left && right ? comparisonProblem(node.operator, left, right) : undefined;
      if (problem) yield problem;
      return BOOLEAN;
    }
    case 'logical':
      return commonType((yield* argumentsOf(node.operands, contexts)).map(({ type }) => type));
  }
}

function literalType(value: string | number | boolean | null): ValueType {
  if (value === null) return NULL;
  if (typeof value === 'number') return NUMBER;
  return typeof value === 'boolean' ? BOOLEAN : STRING;
}

function* pathType(path: readonly string[], contexts: TypeOfContext): Generator<TypeProblem, ValueType> {
  const [context = '', ...steps] = path;
  let type = contexts(context);
  for (const [i, step] of steps.entries()) type = yield* memberType(type, step, path.slice(0, i + 1).join('.'));
  return type;
}

function* argumentsOf(
  nodes: readonly ExpressionNode[],
  contexts: TypeOfContext,
): Generator<TypeProblem, readonly Argument[]> {
  const found: Argument[] = [];
  for (const node of nodes) {
    const type = yield* inferType(node, contexts);
    found.push(node.kind === 'literal' ? { type, literal: node.value } : { type });
  }
  return found;
}

function* indexType(
  { of, index }: Extract<ExpressionNode, { kind: 'index' }>,
  contexts: TypeOfContext,
): Generator<TypeProblem, ValueType> {
  const type = yield* inferType(of, contexts);
  const at = yield* inferType(index, contexts);
  if (type.kind === 'any' || at.kind === 'any') return ANY;
  const step = index.kind === 'literal' ? String(index.value).toLowerCase() : '[]';
  return yield* memberType(type, step, of.kind === 'call' ? `${of.name}(…)` : '(…)');
}

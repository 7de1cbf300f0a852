import type { PythonClass, PythonFunction, PythonParameter } from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { boundNames } from './bound-names.ts';
import { freeNames } from './free-names.ts';
import { fieldOf, partsOf, type Reader, rangeOf, textOf } from './reader.ts';
import type { Surroundings } from './surroundings.ts';
import { toExpression } from './to-expression.ts';

export function toFunction(node: SyntaxNode, around: Surroundings): PythonFunction {
  const parameters = fieldOf(node, 'parameters');
  return {
    ...definition(node, around),
    parameters: (parameters ? partsOf(parameters) : []).map((one) => toParameter(one, around.reader)),
    isAsync: node.children[0]?.type === 'async',
    freeNames: around.decorators.length > 0 ? freeNames(node, around.reader) : [],
  };
}

export function toClass(node: SyntaxNode, around: Surroundings): PythonClass {
  const bases = fieldOf(node, 'superclasses');
  const plain = (bases ? partsOf(bases) : []).filter((base) => base.type !== 'keyword_argument');
  return { ...definition(node, around), bases: plain.map((base) => toExpression(base, around.reader)) };
}

function definition(node: SyntaxNode, around: Surroundings): Omit<PythonClass, 'bases'> {
  const name = fieldOf(node, 'name') ?? node;
  const own = textOf(name, around.reader);
  return {
    name: around.functionName ? `${around.functionName}.${own}` : own,
    nameRange: rangeOf(name),
    range: rangeOf(node),
    bodyRange: rangeOf(fieldOf(node, 'body') ?? { ...node, start: node.end }),
    decorators: around.decorators.map((one) => toExpression(one, around.reader)),
  };
}

function toParameter(node: SyntaxNode, reader: Reader): PythonParameter {
  const name = fieldOf(node, 'name') ?? (node.type === 'typed_parameter' ? node.children[0] : undefined) ?? node;
  const annotation = fieldOf(node, 'type');
  const value = fieldOf(node, 'value');
  return {
    name: textOf(name, reader),
    ...(annotation ? { annotation: textOf(annotation, reader) } : {}),
    ...(value ? { default: toExpression(value, reader) } : {}),
    range: rangeOf(node),
  };
}

/** Inside a function its own names hide the module's constants. */
export function innerReader(node: SyntaxNode, reader: Reader): Reader {
  if (reader.constants.size === 0) return reader;
  const parameters = fieldOf(node, 'parameters');
  const names = (parameters ? partsOf(parameters) : []).map((one) => toParameter(one, reader).name.replace(/^\*+/, ''));
  const hidden = new Set([...names, ...boundNames(node, reader.source)]);
  const constants = new Map([...reader.constants].filter(([name]) => !hidden.has(name)));
  return constants.size === reader.constants.size ? reader : { ...reader, constants };
}

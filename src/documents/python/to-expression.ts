import type { PythonExpression, PythonValue } from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { dottedName, resolveName } from './dotted-name.ts';
import { fieldOf, partsOf, type Reader, rangeOf, textOf } from './reader.ts';
import { stringValue } from './string-value.ts';

/** An expression node as plain data, with its value where the text tells it. */
export function toExpression(node: SyntaxNode, reader: Reader): PythonExpression {
  const make = MAKERS[node.type];
  const made: Made = make ? make(node, reader) : { kind: 'other' };
  return { ...made, text: textOf(node, reader), range: rangeOf(node) };
}

type Made = Omit<PythonExpression, 'text' | 'range'>;

const MAKERS: Readonly<Record<string, (node: SyntaxNode, reader: Reader) => Made>> = {
  integer: (node, reader) => literal(numberValue(textOf(node, reader))),
  float: (node, reader) => literal(numberValue(textOf(node, reader))),
  string: (node, reader) => literal(stringValue(node, reader.source)),
  concatenated_string: (node, reader) => literal(joined(node, reader)),
  true: () => literal(true),
  false: () => literal(false),
  none: () => literal(null),
  identifier: name,
  attribute: (node, reader) => ({ kind: 'attribute', resolved: resolveName(dottedName(node, reader), reader.aliases) }),
  call: called,
  await: (node, reader) => inner(partsOf(node)[0], reader),
  parenthesized_expression: (node, reader) => inner(partsOf(node)[0], reader),
  unary_operator: negative,
  list: list,
  tuple: list,
  set: list,
  expression_list: list,
  dictionary: dictionary,
};

function literal(value: PythonValue | undefined): Made {
  return { kind: 'literal', ...(value === undefined ? {} : { value }) };
}

function numberValue(text: string): number | undefined {
  const number = Number(text.replaceAll('_', '').replace(/[lL]$/, ''));
  return Number.isNaN(number) ? undefined : number;
}

function joined(node: SyntaxNode, reader: Reader): string | undefined {
  const parts = partsOf(node).map((part) => stringValue(part, reader.source));
  return parts.includes(undefined) ? undefined : parts.join('');
}

function name(node: SyntaxNode, reader: Reader): Made {
  const text = textOf(node, reader);
  const value = reader.constants.get(text);
  return { kind: 'name', resolved: resolveName(text, reader.aliases), ...(value === undefined ? {} : { value }) };
}

function called(node: SyntaxNode, reader: Reader): Made {
  const callee = fieldOf(node, 'function');
  return callee
    ? { kind: 'call', resolved: resolveName(dottedName(callee, reader), reader.aliases) }
    : { kind: 'call' };
}

function inner(node: SyntaxNode | undefined, reader: Reader): Made {
  return node ? toExpression(node, reader) : { kind: 'other' };
}

function negative(node: SyntaxNode, reader: Reader): Made {
  const operand = fieldOf(node, 'argument');
  const value = operand ? toExpression(operand, reader).value : undefined;
  const isMinus = node.children[0]?.type === '-';
  return isMinus && typeof value === 'number' ? literal(-value) : { kind: 'other' };
}

function list(node: SyntaxNode, reader: Reader): Made {
  return { kind: 'list', items: partsOf(node).map((part) => toExpression(part, reader)) };
}

function dictionary(node: SyntaxNode, reader: Reader): Made {
  const entries = partsOf(node).flatMap((pair) => {
    const key = fieldOf(pair, 'key');
    const value = fieldOf(pair, 'value');
    return key && value ? [{ key: toExpression(key, reader), value: toExpression(value, reader) }] : [];
  });
  return { kind: 'dict', entries };
}

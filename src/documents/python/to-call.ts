import type { PythonArgument, PythonCall } from '../python.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { dottedName, resolveName } from './dotted-name.ts';
import { fieldOf, partsOf, type Reader, rangeOf, textOf } from './reader.ts';
import type { Surroundings } from './surroundings.ts';
import { toExpression } from './to-expression.ts';

/** A call as data; its ordinal and receiver are known only when all calls are. */
export function toCall(node: SyntaxNode, around: Surroundings): readonly PythonCall[] {
  const callee = fieldOf(node, 'function');
  const list = fieldOf(node, 'arguments');
  if (!callee || !list) return [];
  const { reader, functionName, statementRange, inLoop, within, role } = around;
  const name = dottedName(callee, reader);
  const closed = list.children.at(-1)?.type === ')';
  const parts = list.type === 'argument_list' ? partsOf(list) : [];
  return [
    {
      callee: name,
      resolved: resolveName(name, reader.aliases),
      range: rangeOf(node),
      calleeRange: rangeOf(callee),
      argsRange: { start: list.start + 1, end: Math.max(list.start + 1, closed ? list.end - 1 : list.end) },
      args: list.type === 'argument_list' ? argumentsOf(parts, reader) : [toArgument(list, reader)],
      hasStarArgs: parts.some((part) => part.type === 'list_splat'),
      hasDoubleStarArgs: parts.some((part) => part.type === 'dictionary_splat'),
      functionName,
      ordinal: 0,
      isAwaited: role === 'awaited',
      inLoop,
      within,
      statementRange,
    },
  ];
}

function argumentsOf(parts: readonly SyntaxNode[], reader: Reader): readonly PythonArgument[] {
  const splats = new Set(['list_splat', 'dictionary_splat']);
  return parts.filter((part) => !splats.has(part.type)).map((part) => toArgument(part, reader));
}

function toArgument(node: SyntaxNode, reader: Reader): PythonArgument {
  const name = node.type === 'keyword_argument' ? fieldOf(node, 'name') : undefined;
  const value = name ? fieldOf(node, 'value') : node;
  return {
    ...(name ? { name: textOf(name, reader) } : {}),
    value: toExpression(value ?? node, reader),
    range: rangeOf(node),
  };
}

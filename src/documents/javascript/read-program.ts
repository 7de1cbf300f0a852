import type { AnyNode } from 'acorn';
import type { JavaScriptView } from '../javascript.ts';
import { chainOf } from './chain-of.ts';
import type { ParsedScript } from './parse-script.ts';
import { readExpressions } from './read-expressions.ts';
import { readNames } from './read-names.ts';

/** What a script declares, calls, compares and returns. */
export function readProgram(parsed: ParsedScript): JavaScriptView {
  const { nodes } = parsed;
  const toValue = readExpressions(parsed);
  return {
    names: readNames(nodes, toValue),
    calls: nodes.flatMap(({ node }) => {
      const value = /^(Call|New|Import)Expression$/.test(node.type) ? toValue(node) : undefined;
      return value?.kind === 'call' ? [value] : [];
    }),
    results: nodes.flatMap(({ node, inFunction }) =>
      node.type === 'ReturnStatement' && node.argument && !inFunction ? [toValue(node.argument)] : [],
    ),
    fillsInCode: nodes.some(
      ({ node }) => node.type === 'ExpressionStatement' && toValue(node.expression).kind === 'filled',
    ),
    compared: new Set(nodes.flatMap(({ node }) => comparedBy(node).flatMap((value) => chainOf(toValue(value)) ?? []))),
  };
}

/** What is compared with a text: `name !== 'main'`, `'main' == name.first`, `switch (name)`. */
function comparedBy(node: AnyNode): AnyNode[] {
  if (node.type === 'SwitchStatement') return [node.discriminant];
  if (node.type !== 'BinaryExpression' || !/^[=!]==?$/.test(node.operator)) return [];
  if (isText(node.right)) return [node.left];
  return isText(node.left) ? [node.right] : [];
}

/** An empty text tells only whether there is one. */
function isText(node: AnyNode): boolean {
  return node.type === 'Literal' && typeof node.value === 'string' && node.value !== '';
}

import type { AnyNode } from 'acorn';
import type { JsName } from '../javascript.ts';
import type { JsExpression } from './js-expression.ts';
import type { PlacedNode } from './parse-script.ts';
import type { Part } from './read-node.ts';
import { readPattern } from './read-pattern.ts';

const OPAQUE: JsExpression = { kind: 'opaque' };

interface Binding {
  readonly pattern: AnyNode;
  readonly value: JsExpression;
  readonly declares: boolean;
}

/** The names of a script, and what they are set to. */
export function readNames(nodes: readonly PlacedNode[], part: Part): ReadonlyMap<string, JsName> {
  const names = new Map<string, { readonly values: JsExpression[]; declarations: number }>();
  /** What a loop gives to what it declares. */
  const elements = new Map<AnyNode, JsExpression>();
  for (const { node } of nodes) {
    for (const { pattern, value, declares } of bindingsOf(node, elements, part)) {
      for (const bound of readPattern(pattern, value, part)) {
        const entry = names.get(bound.name) ?? { values: [], declarations: 0 };
        names.set(bound.name, entry);
        entry.values.push(...bound.values);
        if (declares) entry.declarations += 1;
      }
    }
  }
  return names;
}

function bindingsOf(node: AnyNode, elements: Map<AnyNode, JsExpression>, part: Part): Binding[] {
  const declared = (pattern: AnyNode, value = OPAQUE): Binding => ({ pattern, value, declares: true });
  switch (node.type) {
    case 'VariableDeclarator':
      return [declared(node.id, node.init ? part(node.init) : elements.get(node))];
    case 'ForOfStatement': {
      const value: JsExpression = { kind: 'member', of: part(node.right), property: '*' };
      if (node.left.type !== 'VariableDeclaration') return [{ pattern: node.left, value, declares: false }];
      for (const declarator of node.left.declarations) elements.set(declarator, value);
      return [];
    }
    case 'AssignmentExpression':
      return /^(\+|\|\||\?\?|&&)?=$/.test(node.operator)
        ? [{ pattern: node.left, value: part(node.right), declares: false }]
        : [];
    // What callers pass is not known.
    case 'ArrowFunctionExpression':
      return node.params.map((param) => declared(param));
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return [...(node.id ? [node.id] : []), ...node.params].map((pattern) => declared(pattern));
    case 'ClassDeclaration':
      return node.id ? [declared(node.id)] : [];
    case 'CatchClause':
      return node.param ? [declared(node.param)] : [];
    default:
      return [];
  }
}

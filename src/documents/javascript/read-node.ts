import type { AnyNode, CallExpression, Literal, MemberExpression, NewExpression, ObjectExpression } from 'acorn';
import { operandsOf } from './children-of.ts';
import { type FilledScript, readFilled } from './filled-script.ts';
import type { JsCall, JsEntry, JsExpression } from './js-expression.ts';

/** The value of a node. */
export type Part = (node: AnyNode) => JsExpression;

const OPAQUE: JsExpression = { kind: 'opaque' };

/** The value that a node is, made of those of its parts. */
export function readNode(node: AnyNode, part: Part, script: FilledScript): JsExpression {
  switch (node.type) {
    case 'Literal':
      return readLiteral(node, script);
    case 'Identifier': {
      const filled = readFilled(script, node.start, node.end);
      return filled?.kind === 'sum' ? OPAQUE : (filled ?? { kind: 'name', name: node.name });
    }
    case 'ThisExpression':
      return { kind: 'name', name: 'this' };
    case 'TemplateElement':
      return readText(node.value.cooked ?? node.value.raw, node.start, node.end, script);
    case 'TemplateLiteral':
      return {
        kind: 'sum',
        operands: node.quasis
          .flatMap((quasi, i): (AnyNode | undefined)[] => [quasi, node.expressions[i]])
          .flatMap((operand) => (operand && operand.end > operand.start ? [part(operand)] : [])),
      };
    case 'MemberExpression':
      return { kind: 'member', of: part(node.object), property: propertyOf(node, part) };
    case 'CallExpression':
    case 'NewExpression':
      return readCall(node, part);
    case 'ImportExpression': {
      const { start, end } = node;
      return {
        kind: 'call',
        callee: { kind: 'name', name: 'import' },
        args: [part(node.source)],
        range: { start, end },
      };
    }
    case 'ChainExpression':
      return part(node.expression);
    case 'AwaitExpression':
      return part(node.argument);
    case 'SpreadElement':
      return { kind: 'member', of: part(node.argument), property: '*' };
    case 'BinaryExpression':
      return node.operator === '+' ? { kind: 'sum', operands: (operandsOf(node) ?? []).map(part) } : OPAQUE;
    case 'LogicalExpression':
      if (node.operator === '&&') return part(node.right);
      return { kind: 'choice', options: (operandsOf(node) ?? []).map(part) };
    case 'ConditionalExpression':
      return { kind: 'choice', options: [part(node.consequent), part(node.alternate)] };
    case 'ObjectExpression':
      return { kind: 'object', entries: readEntries(node, part) };
    case 'ArrayExpression':
      return { kind: 'list', items: node.elements.map((item) => (item ? part(item) : OPAQUE)) };
    case 'ArrowFunctionExpression':
    case 'FunctionExpression': {
      const [only, ...others] = node.params;
      const named = only?.type === 'Identifier' && others.length === 0 ? { parameter: only.name } : {};
      return { kind: 'function', ...named, ...(node.expression ? { body: part(node.body) } : {}) };
    }
    default:
      return OPAQUE;
  }
}

function readLiteral({ value, raw = '', regex, start, end }: Literal, script: FilledScript): JsExpression {
  if (regex) return { kind: 'regex', text: script.text.slice(start, end) };
  if (typeof value === 'string') return readText(value, start + 1, end - 1, script);
  return typeof value === 'boolean' || raw === 'null' ? { kind: 'name', name: raw } : OPAQUE;
}

/** A text; as it is written where something is filled in. */
function readText(value: string, start: number, end: number, script: FilledScript): JsExpression {
  const filled = readFilled(script, start, end);
  if (filled?.kind !== 'filled') return filled ?? { kind: 'text', value };
  return { kind: 'sum', operands: [{ kind: 'text', value: '' }, filled, { kind: 'text', value: '' }] };
}

function propertyOf({ computed, property }: MemberExpression, part: Part): string {
  const asked = part(property);
  if (computed) return asked.kind === 'text' ? asked.value : '*';
  return asked.kind === 'name' ? asked.name : '*';
}

/** `new` makes of its arguments what a call makes of them. */
function readCall(node: CallExpression | NewExpression, part: Part): JsCall {
  const start = node.type === 'NewExpression' ? node.callee.start : node.start;
  return { kind: 'call', callee: part(node.callee), args: node.arguments.map(part), range: { start, end: node.end } };
}

function readEntries({ properties }: ObjectExpression, part: Part): JsEntry[] {
  return properties.flatMap((property): JsEntry[] => {
    if (property.type === 'SpreadElement') return [{ key: '...', value: part(property.argument) }];
    const key = keyOf(property);
    return key === undefined ? [] : [{ key, value: part(property.value) }];
  });
}

/** The name of a property, in an object or in a pattern; undefined where it is known only in the run. */
export function keyOf({ computed, key }: { readonly computed: boolean; readonly key: AnyNode }): string | undefined {
  if (computed) return undefined;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

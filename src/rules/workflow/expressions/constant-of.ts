import type { Comparison, ExpressionNode } from '../../../documents/workflow/expression.ts';

export type Constant = string | number | boolean | null;

/** The value that an expression has in every run; undefined where the run decides, or where it is no plain value. */
export function constantOf(node: ExpressionNode): { readonly value: Constant } | undefined {
  switch (node.kind) {
    case 'literal':
      return { value: node.value };
    case 'not': {
      const operand = constantOf(node.operand);
      return operand && { value: !isTruthy(operand.value) };
    }
    case 'logical': {
      const values = constantsOf(node.operands);
      const decides = (value: Constant) => isTruthy(value) === (node.operator === '||');
      return values && { value: values.find(decides) ?? values.at(-1) ?? null };
    }
    case 'comparison': {
      const [left, right] = constantsOf(node.operands) ?? [];
      return left === undefined || right === undefined ? undefined : { value: compare(node.operator, left, right) };
    }
    case 'call': {
      const values = constantsOf(node.args);
      return values && called(node.name, values.map(toText));
    }
    default:
      return undefined;
  }
}

/** What GitHub takes for false: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#literals. */
export function isTruthy(value: Constant): boolean {
  return value !== null && value !== false && value !== '' && value !== 0 && !Number.isNaN(value);
}

function constantsOf(nodes: readonly ExpressionNode[]): Constant[] | undefined {
  const values: Constant[] = [];
  for (const node of nodes) {
    const constant = constantOf(node);
    if (!constant) return undefined;
    values.push(constant.value);
  }
  return values;
}

/** Of different types numbers are compared; texts without their case. */
function compare(operator: Comparison, left: Constant, right: Constant): boolean {
  const texts = typeof left === 'string' && typeof right === 'string';
  const a = texts ? left.toLowerCase() : Number(left);
  const b = texts ? right.toLowerCase() : Number(right);
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function toText(value: Constant): string {
  return value === null ? '' : String(value);
}

function called(name: string, [first = '', ...rest]: readonly string[]): { readonly value: Constant } | undefined {
  const [text, sought] = [first.toLowerCase(), (rest[0] ?? '').toLowerCase()];
  switch (name) {
    case 'format':
      return { value: first.replace(/\{\{|\}\}|\{(\d+)\}/g, (part, at?: string) => rest[Number(at)] ?? part.slice(1)) };
    case 'startswith':
      return { value: text.startsWith(sought) };
    case 'endswith':
      return { value: text.endsWith(sought) };
    case 'contains':
      return { value: text.includes(sought) };
    default:
      return undefined;
  }
}

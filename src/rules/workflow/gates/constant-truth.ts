import { type Comparison, type ExpressionNode, parseExpression } from '../../../documents/workflow/expression.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';

type Literal = string | number | boolean | null;
/** Of some values only the truth is known. */
type Value = Literal | { readonly truth: boolean };

/** The values that a context can have, as far as the file tells; undefined where it does not. */
export type KnownValues = (path: readonly string[]) => readonly Literal[] | undefined;

/** While all goes well. */
const STATUS: Readonly<Record<string, boolean>> = { always: true, success: true, failure: false, cancelled: false };

const nothing: KnownValues = () => undefined;

/** Whether a value that GitHub reads as a condition always holds, never holds, or is decided only in the run. */
export function constantTruth(scalar: YamlScalar | undefined, known: KnownValues = nothing): boolean | undefined {
  if (!scalar) return undefined;
  const text = scalar.text.trim();
  const inner = /^\$\{\{([\s\S]*)\}\}$/.exec(text)?.[1] ?? text;
  // Text around an expression makes a string of it, and one with letters in it is true.
  if (inner === text && text.includes('${{'))
    return text.replace(/\$\{\{[\s\S]*?\}\}/g, '').trim() === '' ? undefined : true;
  if (inner.includes('${{')) return undefined;
  const values = valuesOf(parseExpression(inner.trim()), known);
  return values === undefined ? undefined : sameTruth(values);
}

/** The text that a value always has; undefined where it is decided only in the run. */
export function constantText(text: string): string | undefined {
  const trimmed = text.trim();
  if (!trimmed.includes('${{')) return trimmed;
  const parts = trimmed.split(/(\$\{\{[\s\S]*?\}\})/).map((part) => {
    if (!part.startsWith('${{')) return part;
    const values = valuesOf(parseExpression(part.slice(3, -2).trim()), nothing);
    return values?.length === 1 ? textOf(values[0]) : undefined;
  });
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** What an expression can give. */
function valuesOf(node: ExpressionNode | undefined, known: KnownValues): readonly Value[] | undefined {
  switch (node?.kind) {
    case 'literal':
      return [node.value];
    case 'context':
      return known(node.path);
    case 'not': {
      const values = valuesOf(node.operand, known);
      return values?.map((value) => !isTruthy(value));
    }
    case 'logical':
      return logical(
        node.operator,
        node.operands.map((operand) => valuesOf(operand, known)),
      );
    case 'comparison':
      return compared(
        node.operator,
        node.operands.map((operand) => valuesOf(operand, known)),
      );
    case 'call':
      return called(
        node.name,
        node.args.map((arg) => valuesOf(arg, known)),
      );
    default:
      return undefined;
  }
}

function logical(
  operator: '&&' | '||',
  operands: readonly (readonly Value[] | undefined)[],
): readonly Value[] | undefined {
  const decisive = operator === '||';
  const truths = operands.map((values) => values && sameTruth(values));
  if (truths.includes(decisive)) {
    // What stands before the part that decides may give the value, but not another truth.
    const index = truths.indexOf(decisive);
    const isSure = truths.slice(0, index).every((truth) => truth === !decisive);
    return isSure ? operands[index] : [{ truth: decisive }];
  }
  if (truths.some((truth) => truth === undefined)) return undefined;
  return operands.at(-1);
}

function compared(
  operator: Comparison,
  operands: readonly (readonly Value[] | undefined)[],
): readonly Value[] | undefined {
  const [left, right] = operands;
  if (!left || !right || left.length * right.length > 100) return undefined;
  if (operator !== '==' && operator !== '!=') return undefined;
  if ([...left, ...right].some(isTruthOnly)) return undefined;
  return left.flatMap((a) => right.map((b) => isEqual(a as Literal, b as Literal) === (operator === '==')));
}

function isEqual(a: Literal, b: Literal): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  return typeof a === typeof b ? a === b : Number(a) === Number(b);
}

function called(name: string, args: readonly (readonly Value[] | undefined)[]): readonly Value[] | undefined {
  const status = STATUS[name];
  if (status !== undefined) return [status];
  const texts = args.map((values) => (values?.length === 1 ? textOf(values[0]) : undefined));
  if (texts.includes(undefined)) return undefined;
  const [first = '', ...rest] = texts.map((text) => text ?? '');
  switch (name) {
    case 'format':
      return [first.replace(/\{(\d+)\}/g, (_, index: string) => rest[Number(index)] ?? '')];
    case 'fromjson':
      return fromJson(first);
    case 'tojson':
      return [first];
    case 'contains':
      return [first.toLowerCase().includes((rest[0] ?? '').toLowerCase())];
    case 'startswith':
      return [first.toLowerCase().startsWith((rest[0] ?? '').toLowerCase())];
    case 'endswith':
      return [first.toLowerCase().endsWith((rest[0] ?? '').toLowerCase())];
    default:
      return undefined;
  }
}

function fromJson(text: string): readonly Value[] | undefined {
  if (/^(true|false|null)$/.test(text)) return [text === 'null' ? null : text === 'true'];
  return /^-?\d+(\.\d+)?$/.test(text) ? [Number(text)] : undefined;
}

function textOf(value: Value | undefined): string | undefined {
  return isTruthOnly(value) ? undefined : String(value ?? '');
}

function isTruthOnly(value: Value | undefined): value is { readonly truth: boolean } {
  return typeof value === 'object' && value !== null;
}

function isTruthy(value: Value): boolean {
  if (isTruthOnly(value)) return value.truth;
  return value !== null && value !== false && value !== 0 && value !== '';
}

function sameTruth(values: readonly Value[]): boolean | undefined {
  const truths = new Set(values.map(isTruthy));
  return truths.size === 1 ? truths.has(true) : undefined;
}

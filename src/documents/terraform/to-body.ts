import type { SyntaxNode } from '../syntax-tree.ts';
import type { HclAttribute, HclBlock, TerraformView } from '../terraform.ts';
import { toExpression } from './to-expression.ts';

/** Attributes and blocks of a `body` node. */
export function toBody(body: SyntaxNode, source: string): TerraformView {
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  for (const node of body.children) {
    if (node.type === 'attribute') attributes.push(...toAttribute(node, source));
    if (node.type === 'block') blocks.push(...toBlock(node, source));
  }
  return { attributes, blocks };
}

function toAttribute(node: SyntaxNode, source: string): readonly HclAttribute[] {
  const name = node.children.find((child) => child.type === 'identifier');
  const value = node.children.find((child) => child.type === 'expression');
  if (!name || !value) return [];
  return [
    {
      name: source.slice(name.start, name.end),
      nameRange: rangeOf(name),
      range: rangeOf(node),
      value: toExpression(value, source),
    },
  ];
}

function toBlock(node: SyntaxNode, source: string): readonly HclBlock[] {
  const open = node.children.find((child) => child.type === 'block_start');
  const close = node.children.findLast((child) => child.type === 'block_end');
  const [type, ...labels] = node.children.filter((child) => child.type === 'identifier' || child.type === 'string_lit');
  if (!type || !open || !close) return [];
  const body = node.children.find((child) => child.type === 'body');
  return [
    {
      type: source.slice(type.start, type.end),
      typeRange: rangeOf(type),
      labels: labels.map((label) => toLabel(label, source)),
      range: rangeOf(node),
      headerRange: { start: node.start, end: (labels.at(-1) ?? type).end },
      bodyRange: { start: open.end, end: close.start },
      ...(body ? toBody(body, source) : { attributes: [], blocks: [] }),
    },
  ];
}

function toLabel(node: SyntaxNode, source: string): HclBlock['labels'][number] {
  const range = node.type === 'string_lit' ? { start: node.start + 1, end: node.end - 1 } : rangeOf(node);
  return { text: source.slice(range.start, range.end), range };
}

function rangeOf(node: SyntaxNode): { start: number; end: number } {
  return { start: node.start, end: node.end };
}

import type { ParseProblem, Range } from '../../types.ts';
import { type JsonEntry, type JsonNode, type JsonString, parseJson } from '../json-tree.ts';
import type { HclAttribute, HclBlock, HclExpression } from '../terraform.ts';
import { moveTo } from './move-to.ts';
import { parseBody } from './parse-body.ts';

/** How many names stand between a block's type and its body (https://developer.hashicorp.com/terraform/language/syntax/json). */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
  check: 1,
};

export interface JsonBody {
  readonly blocks: readonly HclBlock[];
  readonly attributes: readonly HclAttribute[];
  readonly problems: readonly ParseProblem[];
}

/** Reads Terraform's JSON syntax, or values of variables in JSON, into the same blocks and attributes as HCL; `hcl` must be loaded, because strings are templates. */
export function parseTerraformJson(source: string, isVariables = false): JsonBody {
  const { root, problems } = parseJson(source);
  if (root?.kind !== 'object') return { blocks: [], attributes: [], problems };
  const entries = root.entries.filter(({ key }) => key.value !== '//');
  if (isVariables) return { blocks: [], attributes: entries.map(toAttribute), problems };
  return {
    blocks: entries.flatMap((entry) => blocksOf(entry.key, entry.value, [], LABELS[entry.key.value] ?? 0)),
    attributes: [],
    problems,
  };
}

type Label = HclBlock['labels'][number];

function blocksOf(type: JsonString, node: JsonNode, labels: readonly Label[], missing: number): HclBlock[] {
  if (node.kind === 'array') return node.items.flatMap((item) => blocksOf(type, item, labels, missing));
  if (node.kind !== 'object') return [];
  if (missing === 0) return [toBlock(type, node, labels)];
  return node.entries.flatMap(({ key, value }) =>
    blocksOf(type, value, [...labels, { text: key.value, range: inside(key.range) }], missing - 1),
  );
}

function toBlock(type: JsonString, node: Extract<JsonNode, { kind: 'object' }>, labels: readonly Label[]): HclBlock {
  const entries = node.entries.filter(({ key }) => key.value !== '//');
  const last = labels.at(-1)?.range ?? inside(type.range);
  return {
    type: type.value,
    typeRange: inside(type.range),
    labels,
    range: { start: (labels[0]?.range ?? type.range).start, end: node.range.end },
    headerRange: last,
    bodyRange: inside(node.range),
    attributes: entries.map(toAttribute),
    // Without the provider's schema an object may be a block as well as a value: it is offered as both.
    blocks: entries.flatMap(({ key, value }) => (isNested(value) ? blocksOf(key, value, [], 0) : [])),
  };
}

function isNested(node: JsonNode): boolean {
  return (
    node.kind === 'object' ||
    (node.kind === 'array' && node.items.length > 0 && node.items.every(({ kind }) => kind === 'object'))
  );
}

function toAttribute({ key, value }: JsonEntry): HclAttribute {
  return {
    name: key.value,
    nameRange: inside(key.range),
    range: { start: key.range.start, end: value.range.end },
    value: toExpression(value),
  };
}

function toExpression(node: JsonNode): HclExpression {
  const { range } = node;
  switch (node.kind) {
    case 'string':
      return toTemplate(node);
    case 'number':
    case 'boolean':
      return { kind: 'literal', value: node.value, range };
    case 'null':
      return { kind: 'literal', value: null, range };
    case 'array':
      return { kind: 'list', items: node.items.map(toExpression), range };
    default: {
      const entries = node.entries.map(({ key, value }) => ({
        name: key.value,
        key: { kind: 'literal' as const, value: key.value, range: key.range },
        value: toExpression(value),
        range: { start: key.range.start, end: value.range.end },
      }));
      return { kind: 'object', entries, range };
    }
  }
}

/** A string with `${}` is a template of HCL; its parts all stand where the string stands. */
function toTemplate({ value, range }: JsonString): HclExpression {
  if (!/[$%]\{/.test(value)) return { kind: 'literal', value, range };
  const { body } = parseBody(`a = ${JSON.stringify(value)}\n`);
  const [attribute] = body.attributes;
  return attribute ? moveTo(attribute.value, range) : { kind: 'unknown', children: [], range };
}

function inside({ start, end }: Range): Range {
  return { start: start + 1, end: Math.max(start + 1, end - 1) };
}

import type { YamlNode } from '../../../../documents/yaml/yaml-node.ts';
import { ANY, BOOLEAN, commonType, NULL, NUMBER, STRING, type ValueType } from './value-type.ts';

/** Deeper than this nobody looks. */
const MAX_DEPTH = 6;

/** The type of a value as it is written; what expressions fill in is not known. */
export function yamlType(node: YamlNode, depth = 0): ValueType {
  if (depth > MAX_DEPTH) return ANY;
  if (node.type === 'list')
    return { kind: 'array', of: commonType(node.items.map((item) => yamlType(item, depth + 1))) };
  if (node.type === 'scalar') return scalarType(node);
  const isComputed = node.entries.some(({ key }) => key.text.includes('${{'));
  const properties = new Map(
    node.entries.map(({ key, value }) => [key.text.toLowerCase(), yamlType(value, depth + 1)]),
  );
  return { kind: 'object', properties, own: true, ...(isComputed ? { rest: ANY } : {}) };
}

function scalarType({ text, value }: Extract<YamlNode, { type: 'scalar' }>): ValueType {
  if (text.includes('${{')) return ANY;
  if (value === null) return NULL;
  if (typeof value === 'number') return NUMBER;
  return typeof value === 'boolean' ? BOOLEAN : STRING;
}

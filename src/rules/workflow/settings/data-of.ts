import { scalarsBelow, type YamlNode } from '../../../documents/yaml/yaml-node.ts';

/** A node as data, so that layout and comments make no difference. */
export function dataOf(node: YamlNode | undefined): string {
  if (!node) return '';
  if (node.type === 'scalar') return node.text;
  return JSON.stringify([...scalarsBelow(node)].map(({ path, scalar }) => [path, scalar.text]));
}

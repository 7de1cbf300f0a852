import { toValue, type YamlMap, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** A parameter by its dotted key, as DVC names it: `train.layers[0].size` and `train.layers.0.size`. */
export function paramAt(
  root: YamlMap | undefined,
  key: string,
): { readonly value: unknown; readonly range: Range } | undefined {
  const node = find(root, key.replace(/\[(\d+)\]/g, '.$1').split('.'));
  return node && { value: toValue(node), range: node.range };
}

/** A key may hold dots itself. */
function find(node: YamlNode | undefined, steps: readonly string[]): YamlNode | undefined {
  if (!node || steps.length === 0) return node;
  if (node.type === 'list') return find(node.items[Number(steps[0])], steps.slice(1));
  if (node.type !== 'map') return undefined;
  for (let length = 1; length <= steps.length; length++) {
    const name = steps.slice(0, length).join('.');
    const entry = node.entries.findLast(({ key }) => key.text === name);
    const found = entry && find(entry.value, steps.slice(length));
    if (found) return found;
  }
  return undefined;
}

/** Equal as values: `1e-3` and `0.001`, `{a: 1}` in any order. */
export function sameParam(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, i) => sameParam(item, other[i]));
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && sameParam(one[key], other[key]))
    );
  }
  if (one === other) return true;
  // What one reader takes for a number another takes for a text.
  const scalars = [one, other].every((value) => typeof value === 'number' || typeof value === 'string');
  return scalars && String(one).trim() !== '' && Number(one) === Number(other);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

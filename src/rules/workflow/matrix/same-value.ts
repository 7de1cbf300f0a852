import { scalarsBelow, type YamlNode } from '../../../documents/yaml/yaml-node.ts';

/** Whether a part of a value is only known in the run. */
export function isComputed(node: YamlNode): boolean {
  return scalarsBelow(node).some(({ scalar }) => scalar.text.includes('${{'));
}

/**
 * Whether a value is one that a pattern of `exclude` takes out: equal, and of a mapping only the keys that the pattern
 * names. Texts are compared without regard to capitals and types, as GitHub compares.
 */
export function fits(value: YamlNode, pattern: YamlNode): boolean {
  if (value.type === 'scalar' || pattern.type === 'scalar')
    return value.type === pattern.type && textOf(value) === textOf(pattern);
  if (value.type === 'list')
    return (
      pattern.type === 'list' &&
      value.items.length === pattern.items.length &&
      pattern.items.every((item, i) => value.items[i] !== undefined && fits(value.items[i], item))
    );
  return (
    pattern.type === 'map' &&
    pattern.entries.every(({ key, value: wanted }) => {
      const found = value.entries.find((entry) => entry.key.text.toLowerCase() === key.text.toLowerCase());
      return found !== undefined && fits(found.value, wanted);
    })
  );
}

function textOf(node: YamlNode): string | undefined {
  return node.type === 'scalar' ? (node.value === null ? '' : String(node.value).toLowerCase()) : undefined;
}

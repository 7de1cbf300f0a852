import { itemsAt, textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** The `matchExpressions` that labels do not meet, in words. */
export function unmetExpressions(
  list: YamlNode | undefined,
  labels: ReadonlyMap<string, string>,
): { readonly range: Range; readonly text: string }[] {
  return (list?.type === 'list' ? list.items : []).flatMap((item) => {
    const key = textAt(item, 'key');
    const operator = textAt(item, 'operator');
    if (key === undefined || operator === undefined) return [];
    const values = itemsAt(item, 'values').flatMap((value) => (value.type === 'scalar' ? [value.text] : []));
    if (isMet(labels.get(key), operator, values)) return [];
    return [{ range: item.range, text: [key, operator, values.join(', ')].filter(Boolean).join(' ') }];
  });
}

function isMet(label: string | undefined, operator: string, values: readonly string[]): boolean {
  switch (operator) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return true;
  }
}

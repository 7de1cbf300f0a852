import { labelsOf } from '../../../documents/kubernetes/kubernetes-object.ts';
import { at, mapAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import { unmetExpressions } from '../pods/unmet-expressions.ts';

/** Whether a selector of labels and expressions takes these labels; an empty one takes all. */
export function matchesSelector(selector: YamlNode | undefined, labels: ReadonlyMap<string, string>): boolean {
  return (
    [...labelsOf(mapAt(selector, 'matchLabels'))].every(([key, value]) => labels.get(key) === value) &&
    unmetExpressions(at(selector, 'matchExpressions'), labels).length === 0
  );
}

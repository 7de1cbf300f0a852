import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { itemsAt, mapAt, type YamlEntry } from '../../../documents/yaml/yaml-node.ts';
import { isBuiltIn } from './is-built-in.ts';

/** An entry whose value the API takes as text only, and where it stands in its object. */
export interface TextEntry {
  readonly entry: YamlEntry;
  readonly place: string;
}

/** Labels of an object and of its pods, and selectors by labels. */
export function labelEntries(object: KubernetesObject): TextEntry[] {
  const { node, pod } = object;
  if (!isBuiltIn(object.apiVersion)) return [];
  return [
    ...entriesOf('metadata.labels', mapAt(node, 'metadata', 'labels')?.entries),
    ...entriesOf('template.metadata.labels', pod && mapAt(pod.metadata, 'labels')?.entries),
    ...entriesOf('selector.matchLabels', mapAt(node, 'spec', 'selector', 'matchLabels')?.entries),
    ...entriesOf('selector', object.kind === 'Service' ? mapAt(node, 'spec', 'selector')?.entries : []),
    ...entriesOf('nodeSelector', mapAt(pod?.spec, 'nodeSelector')?.entries),
  ];
}

/** Everything that is text by the API and is easily written as a number or a truth value. */
export function textEntries(object: KubernetesObject): TextEntry[] {
  const { node, pod, kind } = object;
  if (!isBuiltIn(object.apiVersion)) return [];
  const holds = kind === 'ConfigMap' || kind === 'Secret';
  return [
    ...labelEntries(object),
    ...entriesOf('metadata.annotations', mapAt(node, 'metadata', 'annotations')?.entries),
    ...entriesOf('template.metadata.annotations', pod && mapAt(pod.metadata, 'annotations')?.entries),
    ...entriesOf('data', holds ? mapAt(node, 'data')?.entries : []),
    ...entriesOf('stringData', holds ? mapAt(node, 'stringData')?.entries : []),
    ...variableEntries(object),
  ];
}

function variableEntries({ pod }: KubernetesObject): TextEntry[] {
  return (pod?.containers ?? []).flatMap(({ name, node }) =>
    itemsAt(node, 'env').flatMap((variable, index) =>
      variable.type === 'map'
        ? entriesOf(
            `${name}.env.${index}`,
            variable.entries.filter(({ key }) => key.text === 'value'),
          )
        : [],
    ),
  );
}

function entriesOf(place: string, entries: readonly YamlEntry[] | undefined): TextEntry[] {
  return (entries ?? []).map((entry) => ({ entry, place: `${place}.${entry.key.text}` }));
}

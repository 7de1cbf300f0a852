import type { Container } from '../../../documents/kubernetes/container.ts';
import type { PodTemplate } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf, mapAt, type YamlEntry } from '../../../documents/yaml/yaml-node.ts';

/** A field of the security context as it holds for a container: its own, else that of the pod. */
export function effectiveEntry({ spec }: PodTemplate, { node }: Container, field: string): YamlEntry | undefined {
  return entryOf(mapAt(node, 'securityContext'), field) ?? entryOf(mapAt(spec, 'securityContext'), field);
}

import type { Container } from '../../../documents/kubernetes/container.ts';
import type { KubernetesObject, PodTemplate } from '../../../documents/kubernetes/kubernetes-object.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

/** A container, and what makes it. */
export interface PlacedContainer {
  readonly object: KubernetesObject;
  readonly pod: PodTemplate;
  readonly container: Container;
  /** `Deployment/api/web`. */
  readonly key: string;
}

/** All containers of objects, patches of containers that stand elsewhere included. */
export function eachContainer(objects: readonly KubernetesObject[]): readonly PlacedContainer[] {
  return objects.flatMap((object) =>
    (object.pod?.containers ?? []).map((container) => ({
      object,
      pod: object.pod as PodTemplate,
      container,
      key: `${object.key}/${container.name}`,
    })),
  );
}

/** Where something that is missing in a container is told: at its name. */
export function placeOf({ node, image }: Container): Range {
  return entryOf(node, 'name')?.range ?? (image ?? node).range;
}

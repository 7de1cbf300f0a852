import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../../documents/kubernetes.ts';
import type { ProjectSide, RuleContext, Side } from '../../../types.ts';

/** An object and the file it stands in. */
export interface PlacedObject {
  readonly object: KubernetesObject;
  readonly document: KubernetesDocument;
}

/** Every object of a side that was read. */
export function placedObjects({ project }: RuleContext, side: Side): readonly PlacedObject[] {
  const found = known.get(project[side]) ?? findObjects(project[side]);
  known.set(project[side], found);
  return found;
}

/** Every object is compared with all of them. */
const known = new WeakMap<ProjectSide, readonly PlacedObject[]>();

function findObjects({ documents }: ProjectSide): readonly PlacedObject[] {
  return [...documents.values()]
    .filter(isKubernetes)
    .flatMap((document) => document.view.objects.map((object) => ({ object, document })));
}

function isKubernetes(document: { readonly kind: string; readonly view: unknown }): document is KubernetesDocument {
  return document.kind === 'kubernetes' && document.view !== undefined;
}

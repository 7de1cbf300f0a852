import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../../documents/kubernetes.ts';
import type { RuleContext, Side } from '../../../types.ts';

/** An object and the file it stands in. */
export interface PlacedObject {
  readonly object: KubernetesObject;
  readonly document: KubernetesDocument;
}

/** Every object of a side that was read. */
export function placedObjects({ project }: RuleContext, side: Side): readonly PlacedObject[] {
  return [...project[side].documents.values()]
    .filter(isKubernetes)
    .flatMap((document) => document.view.objects.map((object) => ({ object, document })));
}

function isKubernetes(document: { readonly kind: string; readonly view: unknown }): document is KubernetesDocument {
  return document.kind === 'kubernetes' && document.view !== undefined;
}

import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesSet } from '../../../subjects/kubernetes-set.ts';
import type { Confidence, RelatedRange } from '../../../types.ts';

export type SetMember = KubernetesSet['objects'][number];

/** How sure it is that something that nothing answers is a mistake: more, where something else is nearly it. */
export function confidenceOf(near: SetMember | undefined): { readonly confidence: Confidence } {
  return { confidence: near ? 'likely' : 'heuristic' };
}

/** Points at what was probably meant. */
export function relatedTo(near: SetMember | undefined): { readonly related?: readonly RelatedRange[] } {
  if (!near) return {};
  const { object, document } = near;
  return {
    related: [{ path: document.path, side: document.side, range: object.range, message: 'This was probably meant.' }],
  };
}

/** Whether two objects are applied to the same namespace, as far as they say. */
export function isTogether(one: KubernetesObject, other: KubernetesObject): boolean {
  return (one.namespace || 'default') === (other.namespace || 'default');
}

import type { KubernetesSet } from '../../../subjects/kubernetes-set.ts';
import type { Need } from '../../../types.ts';

/** The manifests beside those of a set: what is missing can be told only when all of them were read. */
export function neighboursOf({ directory, objects }: KubernetesSet, kinds: RegExp): readonly Need[] {
  if (!objects.some(({ object }) => kinds.test(object.kind))) return [];
  return ['*.yaml', '*.yml'].map((name) => ({ glob: directory === '' ? name : `${directory}/${name}` }));
}

import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { RuleContext } from '../../../types.ts';
import { placedObjects } from '../changes/placed-objects.ts';

/** Another file that was read patches the object, and has what this one lacks. */
export function isPatchedElsewhere(
  { kind, name }: KubernetesObject,
  path: string,
  context: RuleContext,
  has: (other: KubernetesObject) => boolean,
): boolean {
  return placedObjects(context, context.side).some(
    ({ object, document }) =>
      document.path !== path &&
      object.kind !== 'Pod' &&
      object.kind === kind &&
      object.name === name &&
      isPatch(object) &&
      has(object),
  );
}

/** It names containers without saying what runs in them: an object of its own always does. */
function isPatch({ pod }: KubernetesObject): boolean {
  return pod?.containers.some(({ image }) => !image) ?? false;
}

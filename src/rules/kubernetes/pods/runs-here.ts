import type { Container } from '../../../documents/kubernetes/container.ts';
import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { RuleContext } from '../../../types.ts';
import { mayBePatch } from '../objects/may-be-patch.ts';

/**
 * Whether something runs by what stands here, so that what is missing is missing. A container without an image is a patch of
 * one that stands elsewhere, unless nothing puts files together; pods without one are mostly filled in by the tool that
 * starts them.
 */
export function runsHere(
  { kind, apiVersion }: KubernetesObject,
  containers: readonly Container[],
  path: string,
  context: RuleContext,
): boolean {
  if (containers.some(({ image }) => image)) return true;
  const isWorkload = /^(apps|batch|apps\.openshift\.io)\//.test(apiVersion) && kind !== 'Pod';
  return isWorkload && containers.length > 0 && !mayBePatch(path, context);
}

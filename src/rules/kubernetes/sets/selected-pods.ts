import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesSet } from '../../../subjects/kubernetes-set.ts';
import { isTogether, type SetMember } from './missing-target.ts';

type Pairs = readonly (readonly [string, string])[];

/** Labels that pods get while they run, or that are moved from one version to the next. */
const GIVEN_LATER =
  /(^|[/.-])(pod-name|pod-index|job-name|controller-uid|pod-template-hash|role|leader|primary|master|active|slot|colou?r|version|track)$/i;

/** Pairs that pods have from the beginning. */
export function lastingPairs(pairs: Pairs): Pairs {
  return pairs.filter(([key]) => !GIVEN_LATER.test(key));
}

/** Whether pods have all these labels. */
export function hasLabels({ pod }: KubernetesObject, pairs: Pairs): boolean {
  return pod !== undefined && pairs.every(([key, value]) => pod.labels.get(key) === value);
}

/** The workload that was probably meant: of the same name, or with all labels but one. */
export function nearestWorkload(object: KubernetesObject, pairs: Pairs, set: KubernetesSet): SetMember | undefined {
  const workloads = set.objects.filter(({ object: other }) => other.pod && isTogether(object, other));
  return (
    workloads.find(
      ({ object: { name, pod } }) => name === object.name && pairs.some(([key]) => pod?.labels.has(key)),
    ) ??
    workloads.find(
      ({ object: { pod } }) =>
        pairs.length > 1 && pairs.filter(([key, value]) => pod?.labels.get(key) !== value).length === 1,
    )
  );
}

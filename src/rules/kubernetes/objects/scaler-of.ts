import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { textAt } from '../../../documents/yaml/yaml-node.ts';
import type { KubernetesSet } from '../../../subjects/kubernetes-set.ts';

/** The autoscaler of the set, of Kubernetes or KEDA, that decides how many pods a workload has. */
export function scalerOf(workload: KubernetesObject, set: KubernetesSet): KubernetesSet['objects'][number] | undefined {
  return set.objects.find(
    ({ object: { kind, node, namespace } }) =>
      (kind === 'HorizontalPodAutoscaler' || kind === 'ScaledObject') &&
      namespace === workload.namespace &&
      textAt(node, 'spec', 'scaleTargetRef', 'name') === workload.name &&
      (textAt(node, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment') === workload.kind,
  );
}

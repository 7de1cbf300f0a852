import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';

const CONTROL_PLANE = /(^|\/)(kube-(apiserver|controller-manager|scheduler)|etcd)([-:@]|$)/;

/** Whether an object is a pod that the kubelet starts before there is a cluster: it has no other network and no other files than those of its node. */
export function isControlPlane({ kind, namespace, pod }: KubernetesObject): boolean {
  if (kind !== 'Pod' || namespace !== 'kube-system') return false;
  return pod?.containers.some(({ image }) => CONTROL_PLANE.test(image?.text ?? '')) ?? false;
}

/** Groups whose objects are settings of programs, or no objects of the API at all. */
const SETTINGS = /^(kustomize|kubeadm|kubelet|kubeproxy|kubescheduler|apiserver|audit)(\.config)?\.k8s\.io|x-k8s\.io/;

/** Whether Kubernetes itself defines the object, so that what its API demands holds of it. */
export function isBuiltIn(apiVersion: string): boolean {
  return (
    /^(v1|(apps|batch|autoscaling|policy)\/v\d\w*)$/.test(apiVersion) ||
    (/^[a-z.-]+\.k8s\.io\/v\d\w*$/.test(apiVersion) && !SETTINGS.test(apiVersion))
  );
}

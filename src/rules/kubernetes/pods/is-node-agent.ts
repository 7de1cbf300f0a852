import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';

/** Drivers, agents and parts of the cluster that work on the node itself, by the names their projects use (November 2026). */
const NODE_AGENT =
  /(^|[^a-z])(csi|cni|calico|cilium|flannel|weave|multus|antrea|ovs|ovn|kube-(proxy|router|vip|apiserver|scheduler|controller-manager)|etcd|metallb|speaker|device-plugin|gpu|nvidia|dcgm|falco|tetragon|tracee|node-?(driver|agent|exporter|problem-detector|feature-discovery|local-dns)|nodelocaldns|ceph|rook|longhorn|openebs|fluent-?(bit|d)|filebeat|promtail|alloy|vector|loki|datadog|newrelic|splunk|otel|opentelemetry|collector|cadvisor|sysdig|kured|restic|velero|istio-cni|ztunnel|beyla|parca|pyroscope|kubelet|ingress)([^a-z]|$)/i;

/** Whether an object is made to work on its nodes, as far as its kind and its names tell. */
export function isNodeAgent(object: KubernetesObject): boolean {
  if (object.namespace === 'kube-system') return true;
  const names = [
    object.name,
    ...(object.pod?.containers ?? []).flatMap(({ name, image }) => [name, image?.text ?? '']),
  ];
  return (object.kind === 'DaemonSet' || object.kind === 'Pod') && names.some((name) => NODE_AGENT.test(name));
}

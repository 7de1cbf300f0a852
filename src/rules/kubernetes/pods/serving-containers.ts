import type { Container } from '../../../documents/kubernetes/container.ts';
import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { itemsAt, textAt } from '../../../documents/yaml/yaml-node.ts';

/** Kinds whose pods are meant to keep running. */
const LONG_RUNNING = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'DeploymentConfig',
  'Rollout',
  'Pod',
]);
/** Ports that are scraped or looked at, not served to users. */
const SIDE_PORT = /metric|prom|monitor|debug|pprof|profil|admin|health|probe|jmx|stats/i;
/** Companions that others inject or that carry no traffic of users. */
const COMPANION =
  /(^|[-_/])(istio-proxy|linkerd-proxy|envoy|cloud-sql-proxy|cloudsql-proxy|vault-agent|fluent-?(bit|d)|filebeat|promtail|otel|datadog|git-sync|kube-rbac-proxy|config-reloader|log-?rotat\w*)([-_:@]|$)|exporter/i;

/** The containers of a workload that answer requests, as far as the manifest tells. */
export function servingContainers(object: KubernetesObject, selected: boolean): Container[] {
  const { pod } = object;
  if (!pod || !LONG_RUNNING.has(object.kind)) return [];
  if (object.kind === 'Pod' && ['Never', 'OnFailure'].includes(textAt(pod.spec, 'restartPolicy') ?? '')) return [];
  // A container without an image is a patch of one that stands elsewhere.
  const main = pod.containers.filter(
    ({ role, name, image }) => role === 'container' && image && !COMPANION.test(name) && !COMPANION.test(image.text),
  );
  const open = main.filter((container) => servingPorts(container).length > 0);
  if (open.length > 0 || !selected || main.length !== 1) return open;
  return main.filter((container) => itemsAt(container.node, 'ports').length === 0);
}

/** Ports of a container that users reach; those for metrics and debugging are left out. */
export function servingPorts(container: Container): string[] {
  return itemsAt(container.node, 'ports').flatMap((port) => {
    const name = textAt(port, 'name') ?? '';
    const number = textAt(port, 'containerPort');
    return number && !SIDE_PORT.test(name) ? [name || number] : [];
  });
}

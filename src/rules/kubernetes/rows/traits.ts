import { isArgoWorkflow } from '../../../documents/kubernetes/argo-pod.ts';
import { at, isTrue, scalarAt, textAt } from '../../../documents/yaml/yaml-node.ts';
import { isNodeAgent } from '../pods/is-node-agent.ts';
import type { Place } from './row.ts';

/** Windows has no users by number, no capabilities, and no profiles. */
export function isWindows({ spec, container }: Place): boolean {
  return (
    textAt(spec, 'os', 'name') === 'windows' ||
    ['kubernetes.io/os', 'beta.kubernetes.io/os'].some((label) => textAt(spec, 'nodeSelector', label) === 'windows') ||
    at(spec, 'securityContext', 'windowsOptions') !== undefined ||
    at(container?.node, 'securityContext', 'windowsOptions') !== undefined
  );
}

/** It is done before the pod serves, or was added to it for debugging. */
export function isPassing({ container }: Place): boolean {
  return container !== undefined && container.role !== 'container' && !container.sidecar;
}

/** A privileged container has everything anyway, which is told by another rule. */
export function isPrivileged({ container }: Place): boolean {
  return isTrue(at(container?.node, 'securityContext', 'privileged'));
}

/** It is made to work on its nodes. */
export function isForNodes({ object }: Place): boolean {
  return object.kind === 'DaemonSet' || isNodeAgent(object);
}

/** Its ports are those of the node already. */
export function usesHostNetwork({ spec }: Place): boolean {
  return isTrue(at(spec, 'hostNetwork'));
}

/** Root in a user namespace of its own is nobody on the node. */
export function hasOwnUsers({ spec }: Place): boolean {
  return textAt(spec, 'hostUsers') === 'false';
}

/** It runs until its work is done. */
export function isJob({ object }: Place): boolean {
  return object.kind === 'Job' || object.kind === 'CronJob' || isArgoWorkflow(object.apiVersion, object.kind);
}

/** One pod has no other to be kept apart from; how many there are may also be left to an autoscaler. */
export function isSingle({ object }: Place): boolean {
  const replicas = scalarAt(object.node, 'spec', 'replicas')?.value;
  return typeof replicas !== 'number' || replicas < 2;
}

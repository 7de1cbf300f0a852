import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { mapAt, type YamlMap } from '../../../documents/yaml/yaml-node.ts';

const TEMPLATE = ['spec', 'template', 'spec'];
const PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: TEMPLATE,
  StatefulSet: TEMPLATE,
  DaemonSet: TEMPLATE,
  ReplicaSet: TEMPLATE,
  ReplicationController: TEMPLATE,
  Job: TEMPLATE,
  DeploymentConfig: TEMPLATE,
  Rollout: TEMPLATE,
  CronJob: ['spec', 'jobTemplate', ...TEMPLATE],
};

/** The spec of the pods that an object makes; also of a patch that names no containers. */
export function podSpec({ pod, kind, node }: KubernetesObject): YamlMap | undefined {
  const path = Object.hasOwn(PATHS, kind) ? PATHS[kind] : undefined;
  return pod?.spec ?? (path ? mapAt(node, ...path) : undefined);
}

/** Whether objects of its kind make pods. */
export function makesPods({ kind }: KubernetesObject): boolean {
  return Object.hasOwn(PATHS, kind);
}

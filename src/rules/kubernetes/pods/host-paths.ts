import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { isTrue, itemsAt, scalarAt, textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import { podSpec } from './pod-spec.ts';

/** A path of the node that containers of a pod can see. */
export interface HostPath {
  readonly volume: YamlNode;
  readonly name: string;
  readonly path: string;
  /** Every container that mounts it does so read-only. */
  readonly readOnly: boolean;
  /** Some container mounts it. */
  readonly isMounted: boolean;
}

const SOCKET = /\/(docker|containerd|crio|podman|dockershim|cri-dockerd|buildkitd|k3s\/containerd\/containerd)\.sock$/;

/** The socket of a container runtime: who can talk to it owns the node. */
export function isRuntimeSocket({ path }: HostPath): boolean {
  return SOCKET.test(path);
}

/** The `hostPath` volumes of the pods that an object makes. */
export function hostPaths(object: KubernetesObject): readonly HostPath[] {
  const containers = object.pod?.containers ?? [];
  return itemsAt(podSpec(object), 'volumes').flatMap((volume): HostPath[] => {
    const name = textAt(volume, 'name') ?? '';
    const path = textAt(volume, 'hostPath', 'path');
    if (path === undefined) return [];
    const mounts = containers
      .flatMap(({ node }) => itemsAt(node, 'volumeMounts'))
      .filter((mount) => textAt(mount, 'name') === name);
    const readOnly = mounts.length > 0 && mounts.every((mount) => isTrue(scalarAt(mount, 'readOnly')));
    const clean = path === '/' ? path : path.replace(/\/+$/, '');
    return [{ volume, name, path: clean, readOnly, isMounted: mounts.length > 0 }];
  });
}

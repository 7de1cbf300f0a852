import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import { itemsAt, scalarAt, textAt, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';

/** Who gets which role. */
export interface Binding {
  readonly object: KubernetesObject;
  /** Name of the role, where it stands. */
  readonly role: YamlScalar;
  readonly roleKind: string;
  /** Everywhere, not in one namespace only. */
  readonly isClusterWide: boolean;
  readonly subjects: readonly Subject[];
}

export interface Subject {
  readonly kind: string;
  readonly name: YamlScalar;
  readonly namespace: string;
}

/** Reads an object as a binding of a role; undefined for any other. */
export function readBinding(object: KubernetesObject): Binding | undefined {
  const { apiVersion, kind, node } = object;
  if (!apiVersion.startsWith('rbac.authorization.k8s.io/') || !/^(Cluster)?RoleBinding$/.test(kind)) return undefined;
  const role = scalarAt(node, 'roleRef', 'name');
  if (!role) return undefined;
  const subjects = itemsAt(node, 'subjects').flatMap((subject): Subject[] => {
    const name = scalarAt(subject, 'name');
    return name ? [{ kind: textAt(subject, 'kind') ?? '', name, namespace: textAt(subject, 'namespace') ?? '' }] : [];
  });
  const roleKind = textAt(node, 'roleRef', 'kind') ?? '';
  return { object, role, roleKind, isClusterWide: kind === 'ClusterRoleBinding', subjects };
}

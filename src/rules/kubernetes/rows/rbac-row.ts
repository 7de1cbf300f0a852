import type { Severity, Strictness } from '../../../types.ts';

/** A rule as data: what a role should not allow. */
export interface RbacRow {
  readonly id: string;
  readonly title: string;
  /** For a ClusterRole; a Role reaches one namespace only. */
  readonly severity: Severity;
  readonly inNamespace: Severity;
  readonly strictness: Strictness;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** Any of them is enough. */
  readonly grants: readonly RbacGrant[];
  /** The admin role of a namespace has it anyway (https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles), so that adding it there adds nothing. */
  readonly isAdminRight: boolean;
  /** Second and third part of the message. */
  readonly why: string;
  readonly remedy: string;
}

export interface RbacGrant {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  /** `*` in a role counts as all of them. */
  readonly verbs: readonly string[];
  /** Only where the role names one of these objects; without it, only where it names none. */
  readonly names?: readonly string[];
}

import type { Container } from '../../../documents/kubernetes/container.ts';
import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { KubernetesDocument } from '../../../documents/kubernetes.ts';

export const PROBES = ['readinessProbe', 'livenessProbe', 'startupProbe'] as const;
export type ProbeName = (typeof PROBES)[number];

/** One container on both sides, and what makes it. */
export interface ProbePair {
  readonly before: Container;
  readonly after: Container;
  readonly object: KubernetesObject;
  readonly base: KubernetesDocument;
  readonly head: KubernetesDocument;
}

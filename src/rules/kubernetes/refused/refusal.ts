import type { KubernetesObject } from '../../../documents/kubernetes/kubernetes-object.ts';
import type { Range } from '../../../types.ts';

/** Something in an object for which the API refuses it. */
export interface Refusal {
  readonly range: Range;
  /** Where it stands within the object; part of the finding's key. */
  readonly place: string;
  /** What is wrong, as the rest of a sentence that begins with the object. */
  readonly what: string;
  /** Where it is not that the API refuses it. */
  readonly why?: string;
  readonly remedy: string;
}

/** One mistake that is certain by the text alone. */
export interface RefusalRow {
  /** Group and kind, as `apps/Deployment` or `Service`; absent: every object of Kubernetes. */
  readonly kinds?: readonly string[];
  /** Something is missing, which may stand in the object that a patch is laid over. */
  readonly isAbsence: boolean;
  find(object: KubernetesObject): readonly Refusal[];
}

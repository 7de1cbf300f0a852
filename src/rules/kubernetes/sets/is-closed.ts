import type { KubernetesSet } from '../../../subjects/kubernetes-set.ts';
import type { RuleContext } from '../../../types.ts';
import { isBuiltIn } from '../objects/is-built-in.ts';
import { mayBePatch } from '../objects/may-be-patch.ts';

/** Objects of other APIs from which no pods, Services or accounts come. */
const PASSIVE =
  /^(monitoring\.coreos\.com|cert-manager\.io|external-secrets\.io|bitnami\.com|traefik\.(io|containo\.us)|networking\.istio\.io|security\.istio\.io|cilium\.io|keda\.sh|argoproj\.io\/v1alpha1$)/;
/** Objects that bring others with them. */
const BRINGS = /^(Application|ApplicationSet|Prometheus|Alertmanager|ThanosRuler|ClusterIssuer|Issuer)$/;

/**
 * Whether what is not in the folder does not exist: all of it was read, no kustomization adds to it, and nothing in it
 * makes objects of its own.
 */
export function isClosed(set: KubernetesSet, context: RuleContext): boolean {
  const [first] = set.objects;
  if (!set.complete || !first || mayBePatch(first.document.path, context)) return false;
  return set.objects.every(
    ({ object: { apiVersion, kind } }) => isBuiltIn(apiVersion) || (PASSIVE.test(apiVersion) && !BRINGS.test(kind)),
  );
}

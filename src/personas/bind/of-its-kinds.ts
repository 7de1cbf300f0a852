import type { Kind } from '../../types.ts';
import type { Word } from './words-of.ts';

/** Words that name a kind of file. A container is none: several kinds describe one. */
const NAMED: ReadonlyMap<string, readonly Kind[]> = new Map(
  Object.entries({
    dockerfile: ['dockerfile'],
    compose: ['compose'],
    kubernetes: ['kubernetes', 'kubeflow'],
    k8s: ['kubernetes', 'kubeflow'],
    helm: ['kubernetes'],
    manifest: ['kubernetes'],
    manifests: ['kubernetes'],
    pod: ['kubernetes'],
    pods: ['kubernetes'],
    terraform: ['terraform'],
    workflow: ['workflow', 'action'],
    workflows: ['workflow', 'action'],
    notebook: ['notebook'],
    notebooks: ['notebook'],
    airflow: ['python'],
    kubeflow: ['kubeflow'],
  } satisfies Readonly<Record<string, readonly Kind[]>>),
);

/** What Terraform describes of clusters and of what runs in them is a matter of Kubernetes as well. */
const OF_CLUSTERS =
  /^terraform-(?:pod|role|cluster|deployment|service|network-policy)-|-(?:eks|gke|aks)-|^tencentcloud-cluster-/;
const OF_PODS = /^terraform-(?:pod|deployment)-/;

/** Names of kinds, and the rules of other kinds that are about the same. */
const OTHERS: Readonly<Record<string, RegExp>> = {
  kubernetes: OF_CLUSTERS,
  k8s: OF_CLUSTERS,
  pod: OF_PODS,
  pods: OF_PODS,
};

/**
 * An item that names a kind of file does not speak of the others, unless the rule itself is called by that name, as one about
 * commands of Terraform in a workflow. Where no rule of its kinds is left, the name says only what is built or scanned, and
 * nothing is taken away.
 */
export function ofItsKinds<B extends { readonly rule: string }>(
  bindings: readonly B[],
  words: readonly Word[],
  kindsOf: ReadonlyMap<string, readonly Kind[]>,
): readonly B[] {
  const names = words.map((word) => word.text).filter((name) => NAMED.has(name));
  const named = new Set(names.flatMap((name) => NAMED.get(name) ?? []));
  const left = bindings.filter(({ rule }) => kindsOf.get(rule)?.some((kind) => named.has(kind)));
  if (left.length === 0) return bindings;
  const calledSo = (rule: string) =>
    rule.split('-').some((word) => names.includes(word)) || names.some((name) => OTHERS[name]?.test(rule) === true);
  return bindings.filter((binding) => left.includes(binding) || calledSo(binding.rule));
}

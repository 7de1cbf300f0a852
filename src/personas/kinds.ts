import type { Kind } from '../types.ts';

/** How people call files of a kind: one, and several. `undefined`: no rule looks at them. */
const NAMES: Readonly<Record<Kind, readonly [string, string] | undefined>> = {
  workflow: ['workflow', 'workflows'],
  action: ['action', 'actions'],
  dockerfile: ['Dockerfile', 'Dockerfiles'],
  compose: ['Compose file', 'Compose files'],
  kubernetes: ['Kubernetes manifest', 'Kubernetes manifests'],
  terraform: ['Terraform configuration', 'Terraform configurations'],
  python: ['Python file', 'Python files'],
  notebook: ['notebook', 'notebooks'],
  dvc: ['DVC pipeline', 'DVC pipelines'],
  params: ['parameter file', 'parameter files'],
  mlproject: ['MLflow project', 'MLflow projects'],
  kubeflow: ['Kubeflow pipeline', 'Kubeflow pipelines'],
  script: ['script', 'scripts'],
  requirements: ['dependency file', 'dependency files'],
  dependabot: ['Dependabot configuration', 'Dependabot configurations'],
  kustomization: ['Kustomize file', 'Kustomize files'],
  dockerignore: ['.dockerignore', '.dockerignore files'],
  settings: ['settings file of this review', 'settings files of this review'],
  scanner: ['settings file of a scanner', 'settings files of scanners'],
  yaml: undefined,
  source: undefined,
  other: undefined,
};

/** The file kinds that rules look at. */
export const REVIEWED_KINDS: readonly Kind[] = Object.keys(NAMES)
  .filter(isKind)
  .filter((kind) => NAMES[kind]);

export function isKind(word: string): word is Kind {
  return Object.hasOwn(NAMES, word);
}

/** "workflow", "Dockerfile". */
export function kindName(kind: Kind): string {
  return NAMES[kind]?.[0] ?? `${kind} file`;
}

/** "1 workflow", "2 Dockerfiles"; subjects that span several kinds are "places". */
export function countOf(count: number, kinds: readonly Kind[]): string {
  const [kind] = kinds;
  const [one, many] = (kinds.length === 1 && kind !== undefined ? NAMES[kind] : undefined) ?? ['place', 'places'];
  return `${count} ${count === 1 ? one : many}`;
}

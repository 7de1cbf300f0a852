import type { Document, Side } from '../types.ts';
import { isHelmTemplate } from './kubernetes/helm-template.ts';
import { type KubernetesObject, readObjects } from './kubernetes/kubernetes-object.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

export interface KubernetesView {
  readonly objects: readonly KubernetesObject[];
  /** False for a template: what the cluster gets is not known from the text. */
  readonly rendered: boolean;
}

export type KubernetesDocument = Document<'kubernetes', KubernetesView>;

/** Reads a file of Kubernetes objects. A Helm template is not judged, and says so. */
export function parseKubernetes(path: string, side: Side, source: string): KubernetesDocument {
  const { roots, problems: yamlProblems, comments } = parseYaml(source);
  // Valid YAML is what the cluster gets, whatever a text in it looks like.
  if (yamlProblems.some(({ severity }) => severity === 'fatal') && isHelmTemplate(source)) {
    const message = 'A Helm template: what reaches the cluster is known only after rendering, so it was not reviewed.';
    const problems = [{ range: { start: 0, end: 0 }, severity: 'skipped' as const, message }];
    return { kind: 'kubernetes', path, side, source, view: { objects: [], rendered: false }, comments: [], problems };
  }
  const objects = roots.flatMap((root) => readObjects(root));
  return {
    kind: 'kubernetes',
    path,
    side,
    source,
    view: { objects, rendered: true },
    comments,
    problems: yamlProblems,
  };
}

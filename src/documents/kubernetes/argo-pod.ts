import { itemsAt, mapAt, scalarAt, textAt, type YamlMap } from '../yaml/yaml-node.ts';
import type { Container } from './container.ts';
import type { PodTemplate } from './kubernetes-object.ts';

/** Where a kind of Argo Workflows keeps its templates (https://argo-workflows.readthedocs.io/en/latest/fields/). */
const SPECS: Readonly<Record<string, readonly string[]>> = {
  Workflow: ['spec'],
  WorkflowTemplate: ['spec'],
  ClusterWorkflowTemplate: ['spec'],
  CronWorkflow: ['spec', 'workflowSpec'],
};

/** Whether an object is of Argo Workflows, the form in which Kubeflow Pipelines 1 is compiled too. */
export function isArgoWorkflow(apiVersion: string, kind: string): boolean {
  return apiVersion.startsWith('argoproj.io/') && Object.hasOwn(SPECS, kind);
}

/** The containers of all templates of a workflow, as one pod: they share what the workflow says of its pods. */
export function readArgoPod(root: YamlMap, kind: string): PodTemplate | undefined {
  const spec = mapAt(root, ...(SPECS[kind] ?? []));
  const containers = itemsAt(spec, 'templates').flatMap((template) =>
    template.type === 'map' ? containersOf(template) : [],
  );
  return spec && containers.length > 0 ? { spec, labels: new Map(), containers } : undefined;
}

/** None of a template that has a security context of its own, which would have to be taken together with that of the workflow. */
function containersOf(template: YamlMap): Container[] {
  if (mapAt(template, 'securityContext')) return [];
  const name = textAt(template, 'name') ?? '';
  const main = mapAt(template, 'container') ?? mapAt(template, 'script');
  const sidecars = itemsAt(template, 'sidecars').flatMap((node) => (node.type === 'map' ? [node] : []));
  const inits = itemsAt(template, 'initContainers').flatMap((node) => (node.type === 'map' ? [node] : []));
  return [
    ...(main ? [container(main, name, 'container')] : []),
    ...sidecars.map((node) => container(node, `${name}/${textAt(node, 'name') ?? ''}`, 'container')),
    ...inits.map((node) => container(node, `${name}/${textAt(node, 'name') ?? ''}`, 'init')),
  ];
}

function container(node: YamlMap, name: string, role: Container['role']): Container {
  const image = scalarAt(node, 'image');
  return { name, role, node, sidecar: false, ...(image ? { image } : {}) };
}

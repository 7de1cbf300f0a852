import { type ActionDocument, stepsOf, type WorkflowDocument } from '../../../documents/workflow.ts';
import { at, mapAt, scalarAt, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';

export interface ImageReference {
  readonly role: 'container' | 'service' | 'action';
  /** Without `docker://`. */
  readonly image: string;
  readonly node: YamlScalar;
  readonly key: string;
}

/** The images that a workflow's jobs, services and steps run in, or that an action is. */
export function imageReferences(document: WorkflowDocument | ActionDocument): ImageReference[] {
  const steps = stepsOf(document).flatMap(({ step, key }): ImageReference[] =>
    step.uses?.kind === 'docker' ? [{ role: 'action', image: step.uses.path, node: step.uses.node, key }] : [],
  );
  if (document.kind === 'action') return [...steps, ...ownImage(document)];
  return [...document.view.jobs.flatMap((job) => [...ofContainer(job), ...ofServices(job)]), ...steps];
}

function ownImage(document: ActionDocument): ImageReference[] {
  const node = scalarAt(document.view.root, 'runs', 'image');
  if (!node?.text.startsWith('docker://')) return [];
  return [{ role: 'action', image: node.text.slice('docker://'.length), node, key: 'runs/image' }];
}

type Job = WorkflowDocument['view']['jobs'][number];

function ofContainer(job: Job): ImageReference[] {
  const container = at(job.node, 'container');
  const node = container?.type === 'scalar' ? container : scalarAt(container, 'image');
  return node && node.value !== null
    ? [{ role: 'container', image: bare(node.text), node, key: `${job.id}/container` }]
    : [];
}

function ofServices(job: Job): ImageReference[] {
  return (mapAt(job.node, 'services')?.entries ?? []).flatMap(({ key, value }): ImageReference[] => {
    const node = value.type === 'scalar' ? value : scalarAt(value, 'image');
    if (!node || node.value === null) return [];
    return [{ role: 'service', image: bare(node.text), node, key: `${job.id}/services/${key.text}` }];
  });
}

function bare(text: string): string {
  return text.trim().replace(/^docker:\/\//, '');
}

import { isUnread } from '../subjects/is-unread.ts';
import type { Document, Impact, ImpactRow, Project } from '../types.ts';
import { imageImpact } from './image-impact.ts';
import { kubernetesImpact } from './kubernetes-impact.ts';
import { parameterImpact } from './parameter-impact.ts';
import { pipelineGraph } from './pipeline-graph.ts';
import { terraformImpact } from './terraform-impact.ts';
import { workflowImpact } from './workflow-impact.ts';

/** A changed document before and after; one of them is absent when it was added or removed. */
export interface DocumentPair {
  readonly path: string;
  readonly base: Document | undefined;
  readonly head: Document | undefined;
}

/** Long tables are not read; the rest stands in the diff. */
const MAX_ROWS = 40;

/** What the change does, before any opinion. */
export function impact(project: Project): Impact {
  const pairs = changedDocuments(project);
  const rows: ImpactRow[] = [
    ...pairs.flatMap(workflowImpact),
    ...pairs.flatMap(imageImpact),
    ...terraformImpact(project),
    ...pairs.flatMap(kubernetesImpact),
    ...pairs.flatMap(parameterImpact),
  ];
  const graph = pipelineGraph(project);
  return { rows: rows.slice(0, MAX_ROWS), ...(graph ? { graph } : {}) };
}

function changedDocuments({ change, base, head }: Project): DocumentPair[] {
  return change.files.flatMap(({ path, previousPath }) => {
    const pair = { path, base: base.documents.get(previousPath ?? path), head: head.documents.get(path) };
    // Of what cannot be read nothing is known to have come or gone.
    const isKnown = !isUnread(base, previousPath ?? path) && !isUnread(head, path);
    return isKnown && (pair.base || pair.head) ? [pair] : [];
  });
}

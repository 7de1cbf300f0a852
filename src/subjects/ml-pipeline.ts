import type { DvcDocument } from '../documents/dvc.ts';
import type { KubeflowDocument } from '../documents/kubeflow.ts';
import type { MlprojectDocument } from '../documents/mlproject.ts';
import type { Document, Range, Subject } from '../types.ts';
import { dvcPipeline } from './pipelines/dvc-pipeline.ts';
import { kubeflowPipeline } from './pipelines/kubeflow-pipeline.ts';
import { mlflowProject } from './pipelines/mlflow-project.ts';

/** A training pipeline as a graph, whatever runs it: DVC, MLflow, Kubeflow. */
export interface MlPipeline {
  readonly directory: string;
  readonly definition: Document;
  readonly nodes: readonly PipelineNode[];
}

export interface PipelineNode {
  readonly name: string;
  readonly nameRange: Range;
  /** What it runs: a command, or the name of the container that does. */
  readonly command: string;
  /** Scripts that its command names, by repository path. */
  readonly scripts: readonly string[];
  /** Names of the nodes that run before it. */
  readonly after: readonly string[];
}

/** One pipeline per file that defines one. */
export function mlPipelines(documents: readonly Document[]): Subject<MlPipeline>[] {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  return documents.flatMap((document): Subject<MlPipeline>[] => {
    if (document.view === undefined) return [];
    if (document.kind === 'mlproject') return [mlflowProject(document as MlprojectDocument)];
    if (document.kind === 'kubeflow') return [kubeflowPipeline(document as KubeflowDocument)];
    if (document.kind !== 'dvc' || (document as DvcDocument).view.file !== 'pipeline') return [];
    return [dvcPipeline(document as DvcDocument, byPath)];
  });
}

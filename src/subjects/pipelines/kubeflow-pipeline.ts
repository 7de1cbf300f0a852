import type { KubeflowDocument } from '../../documents/kubeflow.ts';
import type { Subject } from '../../types.ts';
import { directoryOf } from '../directory-of.ts';
import type { MlPipeline } from '../ml-pipeline.ts';

/** A compiled pipeline of Kubeflow Pipelines. */
export interface KubeflowPipeline extends MlPipeline {
  readonly definition: KubeflowDocument;
}

/** The pipeline of a compiled file; the programs of its steps stand inside it. */
export function kubeflowPipeline(definition: KubeflowDocument): Subject<KubeflowPipeline> {
  const nodes = definition.view.tasks.map(({ name, nameRange, executor, after }) => ({
    name,
    nameRange,
    command: executor ?? '',
    scripts: [],
    after,
  }));
  return {
    type: 'pipeline',
    key: definition.path,
    kinds: ['kubeflow'],
    paths: [definition.path],
    value: { directory: directoryOf(definition.path), definition, nodes },
  };
}

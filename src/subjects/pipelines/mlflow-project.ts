import type { MlprojectDocument } from '../../documents/mlproject.ts';
import type { Subject } from '../../types.ts';
import { directoryOf } from '../directory-of.ts';
import type { MlPipeline } from '../ml-pipeline.ts';
import { scriptsOf } from './scripts-of.ts';

/** A project that MLflow runs: entry points, which know nothing of each other. */
export interface MlflowProject extends MlPipeline {
  readonly definition: MlprojectDocument;
}

/** The pipeline of an MLproject file. */
export function mlflowProject(definition: MlprojectDocument): Subject<MlflowProject> {
  const directory = directoryOf(definition.path);
  const nodes = definition.view.entryPoints.map(({ name, nameRange, command }) => ({
    name,
    nameRange,
    command: command?.text ?? '',
    scripts: scriptsOf(command?.text ?? '', directory),
    after: [],
  }));
  return {
    type: 'pipeline',
    key: definition.path,
    kinds: ['mlproject'],
    paths: [definition.path, ...nodes.flatMap(({ scripts }) => scripts)],
    value: { directory, definition, nodes },
  };
}

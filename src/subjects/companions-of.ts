import { dockerfileOf } from '../documents/dockerignore.ts';
import type { Kind, Need } from '../types.ts';
import { likelyDependencyFiles } from './dependency-files.ts';
import { ancestorsOf, directoryOf } from './directory-of.ts';

/**
 * What belongs to the same subject as a changed file and must be read with it,
 * whatever rules run: the rest of a module, of a set of objects, of a pipeline.
 */
export function companionsOf(path: string, kind: Kind): Need[] {
  const directory = directoryOf(path);
  const prefix = directory === '' ? '' : `${directory}/`;
  switch (kind) {
    case 'terraform':
      return [{ glob: `${prefix}*.tf` }, { glob: `${prefix}*.tf.json` }, { path: `${prefix}.terraform.lock.hcl` }];
    case 'dockerignore':
      return [{ path: dockerfileOf(path) }];
    case 'kubernetes':
      return [{ glob: `${prefix}*.yaml` }, { glob: `${prefix}*.yml` }];
    case 'dvc':
    case 'params':
    case 'mlproject':
    case 'notebook':
      return pipelineFiles(directory);
    case 'python':
    case 'source':
      return [...pipelineFiles(directory), ...likelyDependencyFiles(path).map((file) => ({ path: file }))];
    default:
      return [];
  }
}

/** A script belongs to the pipeline of its own folder or of one above it. */
function pipelineFiles(directory: string): Need[] {
  return ancestorsOf(directory).flatMap((folder) => {
    const prefix = folder === '' ? '' : `${folder}/`;
    return [
      { path: `${prefix}dvc.yaml` },
      { path: `${prefix}dvc.lock` },
      { path: `${prefix}params.yaml` },
      { path: `${prefix}MLproject` },
    ];
  });
}

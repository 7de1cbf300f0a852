import type { Document, Side } from '../types.ts';
import { type EntryPoint, readEntryPoints } from './mlproject/entry-point.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { mapAt, scalarAt, type YamlMap, type YamlScalar } from './yaml/yaml-node.ts';

/** The file of packages that an MLflow project names. */
export interface EnvironmentFile {
  readonly key: 'python_env' | 'conda_env';
  readonly path: YamlScalar;
}

export interface MlprojectView {
  readonly root?: YamlMap;
  readonly environments: readonly EnvironmentFile[];
  /** `docker_env`. */
  readonly docker?: YamlMap;
  readonly entryPoints: readonly EntryPoint[];
}

export type MlprojectDocument = Document<'mlproject', MlprojectView>;

/** Reads an MLproject file (https://mlflow.org/docs/latest/ml/projects/#mlproject-file-configuration). */
export function parseMlproject(path: string, side: Side, source: string): MlprojectDocument {
  const { roots, problems, comments } = parseYaml(source);
  const root = roots[0]?.type === 'map' ? roots[0] : undefined;
  const docker = mapAt(root, 'docker_env');
  const view: MlprojectView = {
    environments: (['python_env', 'conda_env'] as const).flatMap((key) => {
      const named = scalarAt(root, key);
      return named && typeof named.value === 'string' ? [{ key, path: named }] : [];
    }),
    entryPoints: readEntryPoints(mapAt(root, 'entry_points')),
    ...(docker ? { docker } : {}),
    ...(root ? { root } : {}),
  };
  return { kind: 'mlproject', path, side, source, view, comments, problems };
}

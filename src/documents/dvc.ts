import type { Document, Range, Side } from '../types.ts';
import { type DvcPath, readPaths } from './dvc/dvc-path.ts';
import { type DvcStage, readStages } from './dvc/dvc-stage.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { itemsAt, mapAt, type YamlMap } from './yaml/yaml-node.ts';

export interface DvcView {
  /** `pipeline` is dvc.yaml, `lock` is dvc.lock, `pointer` a .dvc file. */
  readonly file: 'pipeline' | 'lock' | 'pointer';
  readonly stages: readonly DvcStage[];
  /** Metrics declared at the top of dvc.yaml. */
  readonly metrics: readonly DvcPath[];
  /** Outputs of a .dvc pointer. */
  readonly outs: readonly DvcPath[];
  readonly stagesRange?: Range;
  readonly root?: YamlMap;
}

export type DvcDocument = Document<'dvc', DvcView>;

/** Reads dvc.yaml, dvc.lock or a .dvc file (https://dvc.org/doc/user-guide/project-structure). */
export function parseDvc(path: string, side: Side, source: string): DvcDocument {
  const { roots, problems, comments } = parseYaml(source);
  const root = roots[0]?.type === 'map' ? roots[0] : undefined;
  const stages = mapAt(root, 'stages');
  const view: DvcView = {
    file: path.endsWith('dvc.lock') ? 'lock' : path.endsWith('.dvc') ? 'pointer' : 'pipeline',
    stages: readStages(stages),
    metrics: readPaths(itemsAt(root, 'metrics')),
    outs: readPaths(itemsAt(root, 'outs')),
    ...(stages ? { stagesRange: stages.range } : {}),
    ...(root ? { root } : {}),
  };
  return { kind: 'dvc', path, side, source, view, comments, problems };
}

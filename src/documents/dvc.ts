import type { Document, Range, Side } from '../types.ts';
import { type DvcPath, readPaths } from './dvc/dvc-path.ts';
import { type DvcStage, readStages } from './dvc/dvc-stage.ts';
import { type DvcSetting, readConfig } from './dvc/read-config.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { itemsAt, mapAt, type YamlMap } from './yaml/yaml-node.ts';

export interface DvcView {
  /** `pipeline` is dvc.yaml, `lock` is dvc.lock, `pointer` a .dvc file, `config` is .dvc/config. */
  readonly file: 'pipeline' | 'lock' | 'pointer' | 'config';
  readonly stages: readonly DvcStage[];
  /** Metrics declared at the top of dvc.yaml. */
  readonly metrics: readonly DvcPath[];
  /** Outputs of a .dvc pointer. */
  readonly outs: readonly DvcPath[];
  /** Of `config`. */
  readonly settings: readonly DvcSetting[];
  readonly stagesRange?: Range;
  readonly root?: YamlMap;
}

export type DvcDocument = Document<'dvc', DvcView>;

/** Reads dvc.yaml, dvc.lock, a .dvc file or .dvc/config (https://dvc.org/doc/user-guide/project-structure). */
export function parseDvc(path: string, side: Side, source: string): DvcDocument {
  if (path.endsWith('.dvc/config')) return parseConfig(path, side, source);
  const { roots, problems, comments } = parseYaml(source);
  const root = roots[0]?.type === 'map' ? roots[0] : undefined;
  const stages = mapAt(root, 'stages');
  const view: DvcView = {
    file: path.endsWith('dvc.lock') ? 'lock' : path.endsWith('.dvc') ? 'pointer' : 'pipeline',
    stages: readStages(stages),
    metrics: readPaths(itemsAt(root, 'metrics')),
    outs: readPaths(itemsAt(root, 'outs')),
    settings: [],
    ...(stages ? { stagesRange: stages.range } : {}),
    ...(root ? { root } : {}),
  };
  return { kind: 'dvc', path, side, source, view, comments, problems };
}

function parseConfig(path: string, side: Side, source: string): DvcDocument {
  const { settings, comments } = readConfig(source);
  const view: DvcView = { file: 'config', stages: [], metrics: [], outs: [], settings };
  return { kind: 'dvc', path, side, source, view, comments, problems: [] };
}

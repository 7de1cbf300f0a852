import type { Range } from '../../types.ts';
import { mapAt, scalarAt, type YamlMap, type YamlScalar } from '../yaml/yaml-node.ts';

/** Something that `mlflow run -e NAME` starts. */
export interface EntryPoint {
  readonly name: string;
  readonly nameRange: Range;
  readonly parameters: readonly YamlScalar[];
  readonly command?: YamlScalar;
}

/** Reads the `entry_points:` of an MLproject file. */
export function readEntryPoints(entryPoints: YamlMap | undefined): EntryPoint[] {
  return (entryPoints?.entries ?? []).flatMap(({ key, value }): EntryPoint[] => {
    if (value.type !== 'map') return [];
    const command = scalarAt(value, 'command');
    return [
      {
        name: key.text,
        nameRange: key.range,
        parameters: (mapAt(value, 'parameters')?.entries ?? []).map((entry) => entry.key),
        ...(command && typeof command.value === 'string' ? { command } : {}),
      },
    ];
  });
}

import type { Range } from '../../types.ts';
import { at, isTrue, itemsAt, textAt, toValue, type YamlMap, type YamlNode } from '../yaml/yaml-node.ts';
import { type DvcPath, readPaths } from './dvc-path.ts';

export interface DvcStage {
  readonly name: string;
  readonly nameRange: Range;
  readonly node: YamlMap;
  /** Commands, joined by newlines when there are several. */
  readonly command: string;
  readonly commandRange?: Range;
  readonly workingDirectory: string;
  readonly deps: readonly DvcPath[];
  readonly outs: readonly DvcPath[];
  readonly metrics: readonly DvcPath[];
  readonly params: readonly DvcParam[];
  /** `frozen` or `always_changed`: the lock says nothing about it. */
  readonly exempt: boolean;
  /** Uses `foreach`, `matrix` or `${}`: its names and values are known only to DVC. */
  readonly templated: boolean;
}

export interface DvcParam {
  /** The parameters file; `params.yaml` unless another is named. */
  readonly file: string;
  /** Dotted key; empty when the whole file counts. */
  readonly key: string;
  readonly range: Range;
  /** In a lock: the value that the last run used. */
  readonly value?: unknown;
}

/** Reads the `stages:` of dvc.yaml or dvc.lock. */
export function readStages(stages: YamlMap | undefined): DvcStage[] {
  return (stages?.entries ?? []).flatMap(({ key, value }): DvcStage[] => {
    if (value.type !== 'map') return [];
    const body = at(value, 'do');
    const node = body?.type === 'map' ? body : value;
    const command = at(node, 'cmd');
    const text = itemsAt(node, 'cmd')
      .map((item) => (item.type === 'scalar' ? item.text.trim() : ''))
      .join('\n');
    return [
      {
        name: key.text,
        nameRange: key.range,
        node,
        command: text,
        workingDirectory: textAt(node, 'wdir') ?? '.',
        deps: readPaths(itemsAt(node, 'deps')),
        outs: [...readPaths(itemsAt(node, 'outs')), ...readPaths(itemsAt(node, 'plots'))],
        metrics: readPaths(itemsAt(node, 'metrics')),
        params: readParams(at(node, 'params')),
        exempt: isTrue(at(node, 'frozen')) || isTrue(at(node, 'always_changed')),
        templated:
          body !== undefined ||
          at(value, 'foreach') !== undefined ||
          at(value, 'matrix') !== undefined ||
          hasTemplate(node),
        ...(command ? { commandRange: command.range } : {}),
      },
    ];
  });
}

function hasTemplate(node: YamlMap): boolean {
  return JSON.stringify(toValue(node)).includes('${');
}

function readParams(node: YamlNode | undefined): DvcParam[] {
  if (node?.type === 'map') return node.entries.flatMap(({ key, value }) => lockedParams(key.text, value));
  if (node?.type !== 'list') return [];
  return node.items.flatMap((item): DvcParam[] => {
    if (item.type === 'scalar') return [{ file: 'params.yaml', key: item.text, range: item.range }];
    if (item.type !== 'map') return [];
    return item.entries.flatMap(({ key, value, range }): DvcParam[] => {
      const keys = itemsAt(value);
      if (keys.length === 0) return [{ file: key.text, key: '', range }];
      return keys.map((entry) => ({
        file: key.text,
        key: entry.type === 'scalar' ? entry.text : '',
        range: entry.range,
      }));
    });
  });
}

function lockedParams(file: string, node: YamlNode): DvcParam[] {
  if (node.type !== 'map') return [];
  return node.entries.map(({ key, value, range }) => ({ file, key: key.text, range, value: toValue(value) }));
}

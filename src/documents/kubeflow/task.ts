import type { Range } from '../../types.ts';
import {
  isTrue,
  itemsAt,
  mapAt,
  scalarAt,
  textAt,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../yaml/yaml-node.ts';

/** One task of a pipeline's graph. */
export interface KubeflowTask {
  readonly name: string;
  /** `root/train`, `comp-condition-1/deploy`: the same on both sides of a change. */
  readonly key: string;
  readonly nameRange: Range;
  readonly node: YamlMap;
  /** The label of the executor that runs it; a task that is a graph of its own has none. */
  readonly executor?: string;
  /** Names of the tasks of the same graph that run before it. */
  readonly after: readonly string[];
  /** How often it is tried again; absent where no policy says so. */
  readonly retries?: number;
  /** Its result is taken from an earlier run when its inputs are the same. */
  readonly cached: boolean;
}

/** The tasks of the root graph and of the graphs that components hold. */
export function readTasks(root: YamlMap | undefined): KubeflowTask[] {
  const components = mapAt(root, 'components');
  const graphs: (readonly [string, YamlMap | undefined])[] = [
    ['root', mapAt(root, 'root', 'dag', 'tasks')],
    ...(components?.entries ?? []).map(
      ({ key, value }) => [key.text, mapAt(value, 'dag', 'tasks')] as [string, YamlMap | undefined],
    ),
  ];
  const executors = new Map(
    (components?.entries ?? []).map(({ key, value }) => [key.text, textAt(value, 'executorLabel')]),
  );
  return graphs.flatMap(([graph, tasks]) =>
    (tasks?.entries ?? []).flatMap(({ key, value }): KubeflowTask[] =>
      value.type === 'map' ? [toTask(`${graph}/${key.text}`, key, value, executors)] : [],
    ),
  );
}

function toTask(
  key: string,
  { text: name, range: nameRange }: YamlScalar,
  node: YamlMap,
  executors: ReadonlyMap<string, string | undefined>,
): KubeflowTask {
  const executor = executors.get(textAt(node, 'componentRef', 'name') ?? '');
  const count = scalarAt(node, 'retryPolicy', 'maxRetryCount');
  return {
    name,
    key,
    nameRange,
    node,
    after: tasksBefore(node),
    cached: isTrue(scalarAt(node, 'cachingOptions', 'enableCache')),
    ...(executor === undefined ? {} : { executor }),
    ...(count && /^\d{1,6}$/.test(count.text) ? { retries: Number(count.text) } : {}),
  };
}

/** Those that it names, and those that make its inputs. */
function tasksBefore(node: YamlMap): string[] {
  const named = itemsAt(node, 'dependentTasks').flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
  const inputs = [mapAt(node, 'inputs', 'parameters'), mapAt(node, 'inputs', 'artifacts')].flatMap(
    (inputMap) => inputMap?.entries ?? [],
  );
  return [...new Set([...named, ...inputs.flatMap(({ value }) => producerOf(value) ?? [])])];
}

function producerOf(input: YamlNode): string | undefined {
  return textAt(input, 'taskOutputParameter', 'producerTask') ?? textAt(input, 'taskOutputArtifact', 'producerTask');
}

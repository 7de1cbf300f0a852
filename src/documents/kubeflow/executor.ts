import type { Range } from '../../types.ts';
import { itemsAt, mapAt, scalarAt, textAt, type YamlMap, type YamlScalar } from '../yaml/yaml-node.ts';

/** What runs a component: a container. */
export interface KubeflowExecutor {
  readonly name: string;
  readonly nameRange: Range;
  /** The container. */
  readonly node: YamlMap;
  readonly image?: YamlScalar;
  /** Commands and arguments; the program of a Python component stands among them. */
  readonly words: readonly YamlScalar[];
}

/** The containers of a compiled pipeline. Importers and resolvers, which run nothing of the team's, give none. */
export function readExecutors(root: YamlMap | undefined): KubeflowExecutor[] {
  return (mapAt(root, 'deploymentSpec', 'executors')?.entries ?? []).flatMap(({ key, value }): KubeflowExecutor[] => {
    const container = mapAt(value, 'container');
    return container ? [toExecutor(key.text, key.range, container)] : [];
  });
}

/** The container of a component that stands alone. */
export function readComponent(root: YamlMap, container: YamlMap): KubeflowExecutor {
  const range = scalarAt(root, 'name')?.range ?? scalarAt(container, 'image')?.range ?? container.range;
  return toExecutor(textAt(root, 'name') ?? '', range, container);
}

function toExecutor(name: string, nameRange: Range, node: YamlMap): KubeflowExecutor {
  const image = scalarAt(node, 'image');
  const words = [...itemsAt(node, 'command'), ...itemsAt(node, 'args')].flatMap((item) =>
    item.type === 'scalar' ? [item] : [],
  );
  return { name, nameRange, node, words, ...(image ? { image } : {}) };
}

import type { Document, Side } from '../types.ts';
import { type KubeflowExecutor, readComponent, readExecutors } from './kubeflow/executor.ts';
import { type KubeflowTask, readTasks } from './kubeflow/task.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { entryOf, mapAt, textAt, type YamlMap, type YamlNode } from './yaml/yaml-node.ts';

export interface KubeflowView {
  /** A compiled pipeline, or one component on its own. */
  readonly form: 'pipeline' | 'component';
  readonly name: string;
  readonly root?: YamlMap;
  readonly executors: readonly KubeflowExecutor[];
  /** Of the pipeline itself and of the graphs inside it. */
  readonly tasks: readonly KubeflowTask[];
}

export type KubeflowDocument = Document<'kubeflow', KubeflowView>;

/** Reads a compiled pipeline of Kubeflow Pipelines 2, or a component (https://www.kubeflow.org/docs/components/pipelines/). */
export function parseKubeflow(path: string, side: Side, source: string): KubeflowDocument {
  const { roots, problems, comments } = parseYaml(source);
  const root = roots.map(specOf).find((one) => one !== undefined);
  const component = root && mapAt(root, 'implementation', 'container');
  const view: KubeflowView = {
    form: component ? 'component' : 'pipeline',
    name: textAt(root, 'pipelineInfo', 'name') ?? textAt(root, 'name') ?? '',
    executors: component ? [readComponent(root, component)] : readExecutors(root),
    tasks: component ? [] : readTasks(root),
    ...(root ? { root } : {}),
  };
  return { kind: 'kubeflow', path, side, source, view, comments, problems };
}

/** The mapping that holds the pipeline; Vertex AI wraps it, and a second document may speak of the platform only. */
function specOf(node: YamlNode): YamlMap | undefined {
  const inner = mapAt(node, 'pipelineSpec') ?? (node.type === 'map' ? node : undefined);
  return ['deploymentSpec', 'implementation', 'root'].some((key) => entryOf(inner, key)) ? inner : undefined;
}

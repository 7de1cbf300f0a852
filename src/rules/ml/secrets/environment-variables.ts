import type { KubeflowDocument } from '../../../documents/kubeflow.ts';
import type { MlprojectDocument } from '../../../documents/mlproject.ts';
import { itemsAt, scalarAt, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';

/** A variable of a step's environment whose value is written out. */
export interface EnvironmentVariable {
  readonly name: YamlScalar;
  readonly value: YamlScalar;
}

/** Variables that a compiled pipeline gives its containers, and an MLflow project its image. */
export function environmentVariables(document: KubeflowDocument | MlprojectDocument): readonly EnvironmentVariable[] {
  const pairs =
    document.kind === 'kubeflow'
      ? document.view.executors.flatMap(({ node }) =>
          itemsAt(node, 'env').map((item) => [scalarAt(item, 'name'), scalarAt(item, 'value')]),
        )
      : itemsAt(document.view.docker, 'environment').map((item) => [scalarAt(item, 0), scalarAt(item, 1)]);
  return pairs.flatMap(([name, value]) => (name && value ? [{ name, value }] : []));
}

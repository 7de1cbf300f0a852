import type { PythonCall, PythonFunction } from '../../../documents/python.ts';
import { decoratorCall } from '../airflow/dag-file.ts';
import type { PythonUnit } from '../seeds/python-unit.ts';

const COMPONENT = /^kfp(\.v2)?\.(dsl\.)?(dsl\.component|component|components\.create_component_from_func)$/;

/** A function that Kubeflow Pipelines runs as a step of its own. */
export interface KubeflowComponent {
  readonly definition: PythonFunction;
  /** The decorator, where it has arguments. */
  readonly decorator?: PythonCall;
}

/** The components that a Python file defines. */
export function kubeflowComponents({ view }: PythonUnit): readonly KubeflowComponent[] {
  return view.functions
    .filter(({ decorators }) => decorators.some(({ resolved }) => COMPONENT.test(resolved ?? '')))
    .map((definition) => {
      const decorator = decoratorCall(view, definition, COMPONENT);
      return { definition, ...(decorator ? { decorator } : {}) };
    });
}

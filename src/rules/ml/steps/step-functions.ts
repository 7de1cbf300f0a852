import type { PythonFunction, PythonView } from '../../../documents/python.ts';

/** Decorators that make a function a step of a pipeline. */
const STEP =
  /^airflow\.(decorators|sdk)\.(\w+\.)?task(\.\w+)?$|^prefect\.(tasks\.)?(task|flow)$|^kfp(\.v2)?\.(dsl\.)?component$|^zenml(\.\w+)*\.(step|pipeline)$|^dagster\.(op|asset|job)$|^metaflow\.step$|^flytekit\.(task|workflow)$|^luigi\./;
const ORCHESTRATORS = ['airflow', 'prefect', 'kfp', 'zenml', 'dagster', 'metaflow', 'flytekit', 'luigi'];

/** Functions that an orchestrator runs as steps. */
export function stepFunctions(view: PythonView): readonly PythonFunction[] {
  return view.functions.filter(({ decorators }) => decorators.some(({ resolved }) => STEP.test(resolved ?? '')));
}

/** Whether a file defines steps or pipelines of an orchestrator. */
export function usesOrchestrator(view: PythonView): boolean {
  return ORCHESTRATORS.some((name) => view.packages.has(name));
}

import type { KubeflowDocument } from '../../../documents/kubeflow.ts';
import type { MlprojectDocument } from '../../../documents/mlproject.ts';
import { scalarAt } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { kubeflowComponents } from '../kfp/components.ts';
import { isTestPath, type PythonSource, pythonUnits } from '../seeds/python-unit.ts';

/** The image that a step of a pipeline runs in. */
export interface StepImage {
  /** In words: `The step train`. */
  readonly step: string;
  readonly key: string;
  readonly text: string;
  readonly range: Range;
  /** A name without a registry may be that of an image which is built beside it. */
  readonly maybeLocal: boolean;
}

/** The images that a compiled pipeline, a component of it or an MLflow project names. */
export function stepImages(document: PythonSource | KubeflowDocument | MlprojectDocument): readonly StepImage[] {
  if (document.kind === 'kubeflow')
    return document.view.executors.flatMap(({ name, image }) =>
      image ? [{ step: name, key: name, text: image.text, range: image.range, maybeLocal: false }] : [],
    );
  if (document.kind === 'mlproject') return ofProject(document);
  return isTestPath(document.path) ? [] : ofComponents(document);
}

function ofProject({ view }: MlprojectDocument): readonly StepImage[] {
  const image = scalarAt(view.docker, 'image');
  if (!image || typeof image.value !== 'string') return [];
  return [{ step: 'docker_env', key: 'docker_env', text: image.text, range: image.range, maybeLocal: true }];
}

function ofComponents(document: PythonSource): readonly StepImage[] {
  return pythonUnits(document).flatMap((unit) =>
    kubeflowComponents(unit).flatMap(({ definition, decorator }) => {
      const image = decorator?.args.find(({ name }) => name === 'base_image')?.value;
      if (image?.kind !== 'literal' || typeof image.value !== 'string') return [];
      const { name } = definition;
      return [{ step: name, key: name, text: image.value, range: unit.toFileRange(image.range), maybeLocal: false }];
    }),
  );
}

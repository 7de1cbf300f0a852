import { DATA_PACKAGES, ML_PACKAGES, ORCHESTRATORS } from '../ml-packages.ts';

/** Packages whose distribution has another name than their import. */
const DISTRIBUTIONS: ReadonlySet<string> = new Set([
  'scikit-learn',
  'scikit-image',
  'pytorch-lightning',
  'imbalanced-learn',
  'great-expectations',
  'opencv-python',
  'tensorflow-cpu',
  'tensorflow-gpu',
  'keras-nightly',
  'sentence-transformers',
  'huggingface-hub',
  'onnxruntime-gpu',
  'faiss-cpu',
  'faiss-gpu',
  'xgboost-cpu',
  'dvc',
  'mlflow-skinny',
  'vllm',
]);

/** Whether names of distributions (normalised) make a project one of machine learning, as imports do for code. */
export function areOfMachineLearning(names: readonly string[]): boolean {
  if (names.some((name) => DISTRIBUTIONS.has(name) || ML_PACKAGES.has(name.replaceAll('-', '_')))) return true;
  return (
    names.some((name) => ORCHESTRATORS.has(name.replace(/^apache-/, ''))) &&
    names.some((name) => DATA_PACKAGES.has(name))
  );
}

import { ML_PACKAGES } from '../ml-packages.ts';

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

/** Whether a distribution's name (normalised) is one of machine learning. */
export function isMachineLearningPackage(name: string): boolean {
  return DISTRIBUTIONS.has(name) || ML_PACKAGES.has(name.replaceAll('-', '_'));
}

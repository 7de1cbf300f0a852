/**
 * Packages whose import makes Python code part of machine learning: training, evaluation, tracking, data versioning,
 * model serving. Names as imported, first segment. As known in November 2026.
 */
export const ML_PACKAGES: ReadonlySet<string> = new Set([
  // Training
  'accelerate',
  'catboost',
  'chainer',
  'deepspeed',
  'diffusers',
  'fastai',
  'flax',
  'gluonts',
  'haiku',
  'ignite',
  'imblearn',
  'jax',
  'keras',
  'lightgbm',
  'lightning',
  'mxnet',
  'optax',
  'paddle',
  'peft',
  'prophet',
  'pycaret',
  'pyro',
  'pytorch_lightning',
  'sentence_transformers',
  'skimage',
  'sklearn',
  'skopt',
  'spacy',
  'stable_baselines3',
  'statsmodels',
  'surprise',
  'tensorflow',
  'tf_keras',
  'tflearn',
  'timm',
  'torch',
  'torchaudio',
  'torchmetrics',
  'torchtext',
  'torchvision',
  'transformers',
  'trl',
  'unsloth',
  'vowpalwabbit',
  'xgboost',
  // Data sets and features
  'datasets',
  'feast',
  'feature_engine',
  'featuretools',
  'hopsworks',
  'tensorflow_data_validation',
  'tensorflow_datasets',
  'tensorflow_transform',
  'webdataset',
  // Tuning and distribution
  'hyperopt',
  'nevergrad',
  'optuna',
  'ray',
  // Tracking, versioning, registries
  'aim',
  'clearml',
  'comet_ml',
  'dvc',
  'dvclive',
  'huggingface_hub',
  'mlflow',
  'neptune',
  'sacred',
  'wandb',
  // Pipelines that are about models
  'flaml',
  'kfp',
  'metaflow',
  'sagemaker',
  'tfx',
  'zenml',
  'google.cloud.aiplatform',
  'azureml',
  'azure.ai.ml',
  // Validation and monitoring
  'alibi_detect',
  'deepchecks',
  'evaluate',
  'evidently',
  'fairlearn',
  'giskard',
  'great_expectations',
  'lime',
  'nannyml',
  'pandera',
  'shap',
  'whylogs',
  // Serving and exchange
  'bentoml',
  'coremltools',
  'cog',
  'mlserver',
  'onnx',
  'onnxmltools',
  'onnxruntime',
  'openvino',
  'safetensors',
  'skl2onnx',
  'skops',
  'tensorrt',
  'tritonclient',
  'vllm',
  // Model files
  'joblib',
]);

/** Libraries for tables and numbers: everybody uses them, so alone they do not make code machine learning. */
export const DATA_PACKAGES: ReadonlySet<string> = new Set([
  'cudf',
  'dask',
  'duckdb',
  'h5py',
  'ibis',
  'modin',
  'numpy',
  'pandas',
  'polars',
  'pyarrow',
  'pyspark',
  'scipy',
  'vaex',
  'xarray',
  'zarr',
]);

/** Schedulers of any work: they run machine learning only where a data or machine learning package stands beside them. */
export const ORCHESTRATORS: ReadonlySet<string> = new Set([
  'airflow',
  'dagster',
  'flytekit',
  'kedro',
  'luigi',
  'prefect',
]);

/**
 * Whether imports make a Python file ML code by itself: a machine learning package, or an orchestrator together with a
 * data package. A file with data packages alone counts only where a pipeline file names it; the caller knows that.
 */
export function isMachineLearningCode(importedNames: Iterable<string>): boolean {
  const names = [...importedNames];
  if (names.some((name) => isListed(name, ML_PACKAGES))) return true;
  return names.some((name) => isListed(name, ORCHESTRATORS)) && names.some((name) => isListed(name, DATA_PACKAGES));
}

/** Whether a Python file that imports these packages (their first segments) runs tasks of a scheduler. */
export function isOrchestration(packages: Iterable<string>): boolean {
  return [...packages].some((name) => ORCHESTRATORS.has(name));
}

/** `google.cloud.aiplatform.Model` is listed if it, or a dotted beginning of it, is. */
function isListed(name: string, table: ReadonlySet<string>): boolean {
  const segments = name.split('.').slice(0, 4);
  return segments.some((_, index) => table.has(segments.slice(0, index + 1).join('.')));
}

import type { Topic } from './topic.ts';

const COMING = ['api-removed-later', 'deprecated-api'] as const;
const REMOVED = [
  'airflow-removed-api',
  'numpy-removed-api',
  'pandas-removed-api',
  'torch-removed-api',
  'tensorflow-removed-api',
] as const;
const SQL = ['sql-value-in-text', 'sql-built-from-strings'] as const;

/** What is asked of the code of pipelines and models. */
export const CODE_TOPICS: readonly Topic[] = [
  // Libraries
  {
    name: 'removed APIs of Airflow',
    about: [['airflowWord'], ['removedApi'], ['apiPart', 'removedApiPhrase']],
    rules: ['airflow-removed-api', ...COMING],
  },
  {
    name: 'removed APIs of NumPy',
    about: [['numpyWord'], ['removedApi'], ['apiPart', 'removedApiPhrase']],
    rules: ['numpy-removed-api', ...COMING],
  },
  {
    name: 'removed APIs of pandas',
    about: [['pandasWord'], ['removedApi'], ['apiPart', 'removedApiPhrase']],
    rules: ['pandas-removed-api', ...COMING],
  },
  {
    name: 'removed APIs of PyTorch',
    about: [['torchWord'], ['removedApi'], ['apiPart', 'removedApiPhrase']],
    rules: ['torch-removed-api', ...COMING],
  },
  {
    name: 'removed APIs of TensorFlow',
    about: [['tensorflowWord'], ['removedApi'], ['apiPart', 'removedApiPhrase']],
    unless: ['terraform'],
    rules: ['tensorflow-removed-api', ...COMING],
  },
  {
    name: 'removed APIs',
    about: [['libraryWord'], ['removedApiPhrase']],
    unless: ['kubernetes', 'action'],
    rules: [...REMOVED, ...COMING],
  },
  {
    name: 'fitting versions',
    about: [['codeWord'], ['versionFit'], ['libraryWord']],
    unless: ['kubernetes', 'terraform', 'action', 'database', 'people', 'test'],
    rules: [...REMOVED, ...COMING],
  },
  { name: 'private packages', about: [['dependencyConfusion']], rules: ['dependency-confusion'] },

  // Statements and connections
  { name: 'SQL of strings', about: [['sqlWord'], ['sqlText']], unless: ['webPage'], rules: [...SQL] },
  {
    name: 'certificates in code',
    about: [['codeTls']],
    rules: ['tls-unverified', 'tls-verification-disabled', 'skip-tls-verify'],
  },
  {
    name: 'failing commands',
    about: [['subprocessWord'], ['exitCode']],
    unless: ['shellScript'],
    rules: ['subprocess-unchecked'],
  },
  {
    name: 'local paths',
    about: [['localPath']],
    unless: ['dockerfile', 'workdir', 'module', 'terraform'],
    rules: ['hardcoded-local-path'],
  },

  // Data frames
  { name: 'chained assignments', about: [['chained']], rules: ['chained-assignment'] },
  { name: 'results of frames', about: [['dataframe'], ['resultKept']], rules: ['lost-dataframe-result'] },

  // Training
  {
    name: 'gradients',
    about: [['gradientWord'], ['gradientCleared'], ['trainingLoop']],
    rules: ['gradients-not-cleared'],
  },
  { name: 'modes of models', about: [['evalMode'], ['predicting', 'model']], rules: ['eval-mode-missing'] },
  { name: 'stable numbers', about: [['numericallyStable']], rules: ['log-sum-exp-by-hand'] },
  { name: 'memory of training', about: [['memoryLeak'], ['lossWord']], rules: ['loss-kept-with-graph'] },

  // Serving
  { name: 'loading once', about: [['modelLoading'], ['perRequest']], rules: ['model-loaded-per-request'] },
  { name: 'debuggers', about: [['debugMode'], ['flaskWord']], rules: ['flask-debug-server'] },
  { name: 'shares of traffic', about: [['trafficSplit'], ['sums']], rules: ['traffic-split-sum'] },
  { name: 'stages of registries', about: [['registryStage'], ['aliasWord']], rules: ['registry-stage-deprecated'] },
  { name: 'validation in the way', about: [['triggerRule']], rules: ['gate-bypassed-by-trigger-rule'] },

  // Tasks
  {
    name: 'tasks that run again',
    about: [['idempotent'], ['dataTask']],
    unless: ['otherIdempotent'],
    rules: ['non-idempotent-append'],
  },
  {
    name: 'rows written twice',
    about: [['idempotent', 'retry'], ['duplicateRows'], ['dataTask']],
    unless: ['otherIdempotent'],
    rules: ['non-idempotent-append'],
  },
  { name: 'settings of runs', about: [['dagRunConf'], ['shellTask']], rules: ['airflow-conf-in-shell'] },
  {
    name: 'parameters of Argo',
    about: [['argoWord'], ['injection', 'untrusted', 'shellTask']],
    unless: ['aiAgent'],
    rules: ['argo-parameter-injection', 'workflow-template-injection'],
  },
];

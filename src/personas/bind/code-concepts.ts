/** Words and phrases of code: libraries, data frames, training and serving; as in concepts.ts. */
export const CODE_CONCEPTS = {
  // Libraries.
  airflowWord: 'airflow, apache airflow',
  numpyWord: 'numpy',
  pandasWord: 'pandas',
  torchWord: 'pytorch, torch',
  tensorflowWord: 'tensorflow, keras, tf',
  libraryWord: 'library, python package, ml framework, ml library, third party library, python library',
  removedApi:
    'deprecated, removed api, removed function, removed method, removed alias, removed operator, removed import, removed module, removed numpy alias, removed airflow operator, removed apis',
  removedApiPhrase:
    'deprecated api, removed api, deprecated library api, removed library api, deprecated function, removed function, deprecated method, removed method, deprecated api call, api deprecated, api removed, functions removed, functions deprecated, methods removed, deprecated apis, removed apis, apis deprecated, apis removed, deprecated library apis, removed library apis, deprecated library function, removed library function',
  apiPart: 'api, function, method, operator, argument, parameter, import, alias, class, module, call, apis',
  versionFit:
    'compatible, compatibility, incompatible, breaking change, breaking api change, major upgrade, library upgrade, major version upgrade',
  codeWord: 'code, dag, pipeline code, training code, training script, notebook code',
  dependencyConfusion: 'dependency confusion, extra index url, extra index, private package index, private index',
  // Statements and connections.
  sqlWord: 'sql, sql query, sql statement, database query, query, queries, sql injection',
  sqlText:
    'string concatenation, concatenate, concatenated, f string, string formatting, string interpolation, interpolated, parameterized, parameterised, bound parameter, bind parameter, prepared statement, sql injection, parameterize, built from string',
  codeTls:
    'verify false, unverified context, unverified https, unverified ssl, unverified tls, disable ssl verification, disable certificate verification, tls certificate verified, server certificate verified, ssl certificate verified, tls certificates checked, verification of certificate',
  subprocessWord: 'subprocess, subprocess call, external command, shell command, os system',
  exitCode: 'exit code, return code, exit status, check true, checked, check result, fail, failure',
  localPath:
    'hardcoded path, hard coded path, hardcoded local path, hard coded local path, hardcoded file path, hard coded file path, hardcoded absolute path, absolute local path, machine specific path, home directory path, path hardcoded, path hard coded, path not hardcoded, path not hard coded, user specific path',
  // Data frames.
  dataframe: 'pandas, dataframe, data frame, frame, pandas operation',
  chained: 'chained assignment, chained indexing, setting copy warning, settingwithcopywarning, setting with copy',
  resultKept:
    'result assigned, assigned back, results are assigned, result discarded, result thrown, discarded result, result lost, lost result, result kept, results are kept, reassigned',
  // Training.
  gradientWord: 'gradient, zero grad, optimizer zero grad',
  gradientCleared: 'clear, cleared, zero, zeroed, reset, zero grad, accumulate',
  trainingLoop: 'batch, training loop, training step, iteration, zero grad, optimizer, backward',
  evalMode: 'eval mode, evaluation mode, model eval',
  predicting: 'inference, prediction, predict, evaluation, validation, serving, scoring, evaluate, eval',
  numericallyStable: 'numerically stable, numerical stability, logsumexp, log sum exp, numeric stability',
  memoryLeak: 'memory leak, gpu memory leak, memory growth, leak memory, graph retained, graph kept',
  lossWord: 'loss, training loop, training, gpu, pytorch',
  // Serving.
  modelLoading:
    'model loaded, load model, models loaded, model loading, model is loaded, loading model, loads model, models not loaded',
  perRequest:
    'startup, application start, service start, process start, not request, loaded request, not loaded request, reload request, loaded for request',
  debugMode: 'debug mode, debugger, debug server, development server, debug true, debug flag',
  flaskWord:
    'flask, serving, endpoint, model server, inference server, model api, prediction service, werkzeug, inference service, serving app',
  trafficSplit:
    'traffic split, traffic weight, canary weight, traffic share, traffic percentage, traffic routing weight',
  sums: 'sum, add, 100, total, adds',
  registryStage:
    'registry stage, model stage, mlflow stage, stage of registry, stages of mlflow, stage transition, model registry stage, mlflow model stage, aliases instead of stages',
  aliasWord: 'alias, deprecated, instead',
  triggerRule: 'trigger rule, bypassed by trigger rule',
  // Tasks.
  idempotent:
    'idempotent, idempotency, idempotence, rerun safely, safe rerun, safely rerun, rerun, re run, run again, retried safely, safe retry',
  dataTask:
    'task, dag, airflow, etl, data pipeline, pipeline step, pipeline task, ingestion, kubeflow, prefect, dagster, backfill, data load, training pipeline, ml pipeline',
  duplicateRows: 'duplicate row, duplicate data, duplicate record, twice, append, appended, overwrite, upsert',
  otherIdempotent:
    'terraform, ansible, deployment, infrastructure, api, http, consumer, endpoint, migration, kafka, payment, request, script, provision, helm, playbook, event, webhook, message',
  dagRunConf:
    'dag run conf, dag_run conf, dag conf, run conf, trigger configuration, dag run configuration, dag params, trigger parameter',
  shellTask: 'bash operator, bashoperator, shell, command, bash, script',
  argoWord: 'argo, argo workflow, argo parameter, workflow template, workflow parameter',
} as const;

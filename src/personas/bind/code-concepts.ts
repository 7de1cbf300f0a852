/** Words and phrases of code: libraries, data frames, training and serving; as in concepts.ts. */
export const CODE_CONCEPTS = {
  // Libraries.
  airflowWord: 'airflow, apache airflow',
  numpyWord: 'numpy',
  pandasWord: 'pandas',
  torchWord: 'pytorch, torch',
  tensorflowWord: 'tensorflow, keras, tf',
  libraryWord:
    'library, libraries, python package, ml framework, ml library, framework, third party library, python library, package',
  removedApi:
    'deprecated api, removed api, deprecated function, removed function, deprecated method, removed method, deprecated argument, deprecated parameter, deprecated operator, removed operator, deprecated import, removed import, deprecated alias, removed alias, deprecated call, deprecated class, deprecated module, removed module, deprecated feature, removed feature, api deprecated, api removed, apis removed, functions removed, deprecated, deprecated api call, removed',
  removedApiPhrase:
    'deprecated api, removed api, deprecated function, removed function, deprecated method, removed method, deprecated argument, deprecated parameter, deprecated import, removed import, deprecated api call, api deprecated, api removed, functions removed, functions deprecated, methods removed',
  versionFit:
    'compatible, compatibility, incompatible, breaking change, major upgrade, version upgrade, major version, upgrade, migrate, migration, pinned version, installed version',
  codeWord: 'code, script, dag, pipeline code, training code, call, api, function, import',
  dependencyConfusion: 'dependency confusion, extra index url, extra index, private package index, private index',
  // Statements and connections.
  sqlWord: 'sql, sql query, sql statement, database query, query, queries, sql injection',
  sqlText:
    'string concatenation, concatenate, concatenated, f string, string formatting, string interpolation, interpolated, parameterized, parameterised, bound parameter, bind parameter, prepared statement, sql injection, query parameter, parameterize, built from string',
  sqlInjection: 'sql injection',
  codeTls:
    'verify false, verification of certificates, unverified context, unverified https, unverified ssl, unverified tls, disable ssl verification, disable certificate verification, certificates are verified, certificates are checked, certificate verified',
  subprocessWord: 'subprocess, subprocess call, external command, shell command, os system',
  exitCode: 'exit code, return code, exit status, check true, checked, check result, fail, failure',
  localPath:
    'hardcoded path, hard coded path, hardcoded local path, hardcoded file path, hardcoded absolute path, absolute local path, machine specific path, local path, home directory path, path hardcoded, path hard coded, path not hardcoded, path not hard coded, local file path, absolute file path, user specific path, paths of own machine',
  // Data frames.
  dataframe: 'pandas, dataframe, data frame, frame, pandas operation',
  chained: 'chained assignment, chained indexing, setting copy warning, settingwithcopywarning, setting with copy',
  resultKept:
    'result assigned, assigned back, results are assigned, result discarded, result thrown, discarded result, result lost, lost result, result kept, results are kept, reassigned',
  // Training.
  gradientWord: 'gradient, zero grad, optimizer zero grad',
  gradientCleared: 'clear, cleared, zero, zeroed, reset, zero grad, accumulate',
  trainingLoop: 'batch, training loop, training step, iteration, zero grad, optimizer, backward',
  evalMode: 'eval mode, evaluation mode, model eval, inference mode, training mode, dropout disabled',
  predicting: 'inference, prediction, predict, evaluation, validation, serving, scoring, evaluate, eval',
  numericallyStable: 'numerically stable, numerical stability, logsumexp, log sum exp, numeric stability',
  memoryLeak: 'memory leak, gpu memory leak, memory growth, leak memory, computation graph',
  lossWord: 'loss, training loop, training, gpu, pytorch',
  // Serving.
  modelLoading: 'model loaded, load model, models loaded, model loading, model is loaded, loading model, loads model',
  perRequest: 'request, startup, start, invocation, call, application start, service start, prediction',
  debugMode: 'debug mode, debugger, debug server, development server, debug true, debug flag',
  flaskWord:
    'flask, serving, endpoint, model server, inference server, model api, prediction service, werkzeug, inference service, serving app',
  trafficSplit:
    'traffic split, traffic weight, canary weight, traffic share, traffic percentage, traffic routing weight',
  sums: 'sum, add, 100, total, adds',
  registryStage:
    'registry stage, model stage, mlflow stage, stage of registry, stages of mlflow, stage transition, model registry stage, mlflow model stage',
  aliasWord: 'alias, deprecated, instead',
  triggerRule: 'trigger rule, all done trigger rule, all done',
  // Tasks.
  idempotent:
    'idempotent, idempotency, idempotence, rerun safely, safe rerun, safely rerun, rerun, re run, run again, retried safely, safe retry',
  dataTask:
    'task, dag, airflow, etl, data pipeline, pipeline step, pipeline task, ingestion, kubeflow, prefect, dagster, write, backfill, data load, training pipeline, ml pipeline, step',
  duplicateRows: 'duplicate row, duplicate data, duplicate record, twice, append, appended, overwrite, upsert',
  otherIdempotent:
    'terraform, ansible, deployment, infrastructure, api, http, consumer, endpoint, migration, kafka, payment, request, script, provision, helm, playbook, event, webhook, message',
  dagRunConf:
    'dag run conf, dag_run conf, dag conf, run conf, trigger configuration, dag run configuration, dag params, trigger parameter',
  shellTask: 'bash operator, bashoperator, shell, command, bash, script',
  argoWord: 'argo, argo workflow, argo parameter, workflow template, workflow parameter',
} as const;

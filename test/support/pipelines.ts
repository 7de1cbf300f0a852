/** Pipeline files of MLflow and Kubeflow, by path. */
export const PIPELINES = {
  'training/MLproject': `name: orchard
python_env: python_env.yaml # beside this file
entry_points:
  main:
    parameters:
      depth: {type: float, default: 6}
      rate: float
    command: "python src/train.py --depth {depth} --rate {rate:.3f}"
  report:
    command: >-
      python -m report.build
      --out \${{REPORTS}}
`,
  'pipeline.yaml': `# PIPELINE DEFINITION
components:
  comp-check:
    executorLabel: exec-check
  comp-condition-1:
    dag:
      tasks:
        deploy:
          componentRef: {name: comp-deploy}
          retryPolicy: {maxRetryCount: 2}
  comp-deploy:
    executorLabel: exec-deploy
  comp-train:
    executorLabel: exec-train
deploymentSpec:
  executors:
    exec-check:
      container: {image: 'registry.example.com/orchard/check:1.0'}
    exec-deploy:
      container: {image: 'registry.example.com/orchard/deploy:1.0', args: [--now]}
    exec-import:
      importer: {artifactUri: {constant: 'gs://orchard/rows'}}
    exec-train:
      container:
        args: [--rows, '{{$.inputs.artifacts[''rows''].path}}']
        command:
        - sh
        - -c
        - "python3 -m pip install 'pandas' && \\
          \\ \\"$0\\" \\"$@\\"\\n"
        env:
        - {name: STAGE, value: night}
        image: python:3.12
        resources:
          accelerator: {count: '1', type: NVIDIA_TESLA_T4}
pipelineInfo:
  name: orchard
root:
  dag:
    tasks:
      check:
        componentRef: {name: comp-check}
        cachingOptions: {enableCache: true}
      train:
        componentRef: {name: comp-train}
        dependentTasks: [check]
        inputs:
          artifacts:
            rows: {taskOutputArtifact: {outputArtifactKey: rows, producerTask: check}}
      condition-1:
        componentRef: {name: comp-condition-1}
        dependentTasks: [train]
schemaVersion: 2.1.0
sdkVersion: kfp-2.7.0
---
platforms:
  kubernetes: {deploymentSpec: {executors: {}}}
`,
} as const;

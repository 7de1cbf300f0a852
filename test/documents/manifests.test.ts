import { describe, expect, test } from '@jest/globals';
import { classify } from '../../src/documents/classify.ts';
import { parseCompose } from '../../src/documents/compose.ts';
import { parseDvc } from '../../src/documents/dvc.ts';
import { parseKubernetes } from '../../src/documents/kubernetes.ts';
import { parseParams } from '../../src/documents/params.ts';

describe('the kind of a file', () => {
  test.each([
    ['.github/workflows/a.yml', '', 'workflow'],
    ['sub/action.yaml', '', 'action'],
    ['docker/Dockerfile.gpu', '', 'dockerfile'],
    ['api.dockerfile', '', 'dockerfile'],
    ['docker-compose.prod.yml', '', 'compose'],
    ['stack.yml', 'services:\n  a:\n    image: x\n', 'compose'],
    ['k8s/a.yaml', 'apiVersion: v1\nkind: Service\n', 'kubernetes'],
    ['config.yaml', 'a: 1\n', 'yaml'],
    ['main.tf', '', 'terraform'],
    ['nb.ipynb', '', 'notebook'],
    ['ml/dvc.lock', '', 'dvc'],
    ['.dvc/config', '', 'dvc'],
    ['params.yaml', '', 'params'],
    ['.trivyignore', '', 'scanner'],
    ['infra/.tflint.hcl', '', 'scanner'],
    ['.github/zizmor.yml', '', 'scanner'],
    ['.github/workflows/zizmor.yml', '', 'workflow'],
    ['training/MLproject', '', 'mlproject'],
    ['pipeline.yaml', 'components: {}\ndeploymentSpec: {}\nschemaVersion: 2.1.0\n', 'kubeflow'],
    ['pipeline.json', '{"pipelineSpec": {"deploymentSpec": {}, "schemaVersion": "2.1.0"}}', 'kubeflow'],
    ['component.yaml', 'name: a\nimplementation:\n  container:\n    image: a:1\n', 'kubeflow'],
    ['argo.yaml', 'apiVersion: v1\nkind: Pod\nimplementation:\n  container:\n    image: a\n', 'kubernetes'],
    ['python_env.yaml', '', 'requirements'],
    ['deploy.sh', '', 'script'],
    ['README.md', '', 'other'],
    ['src/dockerfile.ts', '', 'other'],
    ['src/train.py', '', 'source'],
    ['test/dockerfile.test.ts', '', 'other'],
    ['requirements-dev.txt', '', 'requirements'],
    ['environment.yml', '', 'requirements'],
    ['.github/dependabot.yml', '', 'dependabot'],
    ['k8s/kustomization.yaml', '', 'kustomization'],
    ['k8s/windows.yaml', '\uFEFFapiVersion: v1\r\nkind: Service\r\n', 'kubernetes'],
  ])('%s', (path, text, kind) => {
    expect(classify(path, text)).toBe(kind);
  });

  test('is the given one where neither path nor content tells', () => {
    expect(classify('positive1.yaml', 'a: 1\n', 'workflow')).toBe('workflow');
    expect(classify('k.yaml', 'apiVersion: v1\nkind: Pod\n', 'workflow')).toBe('kubernetes');
  });
});

describe('Kubernetes', () => {
  test('finds the pods of every kind of workload, and the objects of a list', () => {
    const { view } = parseKubernetes(
      'a.yaml',
      'head',
      `apiVersion: batch/v1
kind: CronJob
metadata: {name: night, namespace: farm}
spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: c, image: x}]}}}}}
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Pod
    metadata: {name: one}
    spec:
      initContainers: [{name: i}]
      containers: [{name: c}]
`,
    );

    expect(
      view.objects.map(({ key, pod }) => [key, pod?.containers.map(({ name, role }) => `${role} ${name}`)]),
    ).toEqual([
      ['CronJob/farm/night', ['container c']],
      ['Pod/one', ['container c', 'init i']],
    ]);
  });

  test.each(['  name: {{ .Values.name }}', '{{- if .Values.x }}', '{{ include "x" . }}\n  bad: : ['])(
    'a Helm template is skipped and says so: %s',
    (line) => {
      const { problems, view } = parseKubernetes('t.yaml', 'head', `apiVersion: v1\nkind: Pod\n${line}\n`);

      expect(view.rendered).toBe(false);
      expect(problems).toEqual([
        expect.objectContaining({ severity: 'skipped', message: expect.stringContaining('Helm') }),
      ]);
    },
  );

  test('a value that merely looks like one is read', () => {
    expect(
      parseKubernetes('a.yaml', 'head', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  x: "{{ request.name }}"\n').view
        .rendered,
    ).toBe(true);
  });
});

test('Compose tells its services', () => {
  expect(
    parseCompose('c.yml', 'head', 'services:\n  api:\n    image: x\n').view.services.map(({ name }) => name),
  ).toEqual(['api']);
});

test('the templates of an Argo workflow are containers of one pod, save those with a security context of their own', () => {
  const { view } = parseKubernetes(
    'train.yaml',
    'head',
    `apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata: {name: nightly}
spec:
  workflowSpec:
    securityContext: {runAsNonRoot: true}
    templates:
      - name: train
        container: {image: train:1}
        sidecars: [{name: proxy, image: proxy:2}]
      - name: notify
        script: {image: python:3.12, source: print()}
      - name: own
        securityContext: {runAsUser: 0}
        container: {image: own:1}
      - name: steps
        steps: []
`,
  );
  const [object] = view.objects;

  expect(object?.pod?.containers.map(({ name, image }) => [name, image?.text])).toEqual([
    ['train', 'train:1'],
    ['train/proxy', 'proxy:2'],
    ['notify', 'python:3.12'],
  ]);
  expect(object?.pod?.spec.entries.map(({ key }) => key.text)).toEqual(['securityContext', 'templates']);
});

describe('DVC', () => {
  test('tells stages with what they read, write and depend on', () => {
    const { view } = parseDvc(
      'dvc.yaml',
      'head',
      `stages:
  train:
    cmd: python train.py
    deps: [data.csv]
    params: [lr, {other.yaml: [depth]}]
    outs: [model.bin]
    metrics:
      - m.json: {cache: false}
  each:
    foreach: [a, b]
    do:
      cmd: run \${item}
`,
    );
    const [train, each] = view.stages;

    expect(train).toMatchObject({ name: 'train', command: 'python train.py', templated: false });
    expect(train?.params.map(({ file, key }) => `${file}:${key}`)).toEqual(['params.yaml:lr', 'other.yaml:depth']);
    expect(train?.metrics).toEqual([expect.objectContaining({ path: 'm.json', cached: false })]);
    expect(each?.templated).toBe(true);
  });

  test('tells what a lock holds', () => {
    const { view } = parseDvc(
      'dvc.lock',
      'head',
      `stages:\n  train:\n    cmd: x\n    deps:\n      - path: a.csv\n        md5: ff\n    params:\n      params.yaml:\n        lr: 0.1\n`,
    );

    expect(view.file).toBe('lock');
    expect(view.stages[0]?.deps).toEqual([expect.objectContaining({ path: 'a.csv', md5: 'ff' })]);
    expect(view.stages[0]?.params).toEqual([expect.objectContaining({ key: 'lr', value: 0.1 })]);
  });
});

test('the settings of DVC are told by section, with the place of each option', () => {
  const source = '# ours\n[core]\n    remote = store\n[\'remote "store"\']\n    url = s3://orchard\n';
  const { view, comments } = parseDvc('.dvc/config', 'head', source);

  expect(view.settings.map(({ section, option, value }) => [section, option, value])).toEqual([
    ['core', 'remote', 'store'],
    ['remote "store"', 'url', 's3://orchard'],
  ]);
  expect(view.settings.map(({ range }) => source.slice(range.start, range.end))).toEqual(['remote', 'url']);
  expect(comments.map(({ text }) => text)).toEqual(['# ours']);
});

test('parameters have dotted keys', () => {
  expect(
    parseParams('params.yaml', 'head', 'train:\n  lr: 0.1\n  layers: [8, 4]\n').view.params.map(({ key }) => key),
  ).toEqual(['train.lr', 'train.layers.0', 'train.layers.1']);
});

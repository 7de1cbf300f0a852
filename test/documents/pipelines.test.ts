import { describe, expect, test } from '@jest/globals';
import { parseKubeflow } from '../../src/documents/kubeflow.ts';
import { parseMlproject } from '../../src/documents/mlproject.ts';
import { PIPELINES } from '../support/pipelines.ts';
import { projectOf } from '../support/project-of.ts';
import { BAD_TEXTS } from './bad-texts.ts';

const MLPROJECT = PIPELINES['training/MLproject'];
const COMPILED = PIPELINES['pipeline.yaml'];

describe('an MLflow project', () => {
  test('tells its entry points, with parameters and commands where they stand', () => {
    const { view } = parseMlproject('MLproject', 'head', MLPROJECT);
    const [main, report] = view.entryPoints;

    expect(view.environments.map(({ key, path }) => [key, path.text])).toEqual([['python_env', 'python_env.yaml']]);
    expect(main?.parameters.map(({ text, range }) => [text, MLPROJECT.slice(range.start, range.end)])).toEqual([
      ['depth', 'depth'],
      ['rate', 'rate'],
    ]);
    expect(report?.command?.text).toBe('python -m report.build --out ${{REPORTS}}');
  });

  test('makes the scripts that it starts part of machine learning', async () => {
    const project = await projectOf(undefined, {
      'training/MLproject': MLPROJECT,
      'training/src/train.py': 'print(1)\n',
      'training/report/build.py': 'print(2)\n',
      'other.py': 'print(3)\n',
    });

    expect([...project.head.documents.keys()].filter((path) => path.endsWith('.py')).sort()).toEqual([
      'training/report/build.py',
      'training/src/train.py',
    ]);
  });
});

describe('a compiled pipeline', () => {
  test('tells the containers that run something, and the tasks of all its graphs', () => {
    const { view } = parseKubeflow('pipeline.yaml', 'head', COMPILED);

    expect(view.name).toBe('orchard');
    expect(view.executors.map(({ name, image }) => [name, image?.text])).toEqual([
      ['exec-check', 'registry.example.com/orchard/check:1.0'],
      ['exec-deploy', 'registry.example.com/orchard/deploy:1.0'],
      ['exec-train', 'python:3.12'],
    ]);
    expect(view.tasks.map(({ key, after, executor, retries }) => [key, after, executor, retries])).toEqual([
      ['root/check', [], 'exec-check', undefined],
      ['root/train', ['check'], 'exec-train', undefined],
      ['root/condition-1', ['train'], undefined, undefined],
      ['comp-condition-1/deploy', [], 'exec-deploy', 2],
    ]);
  });

  test('is read in the wrapping of Vertex AI, and as a component', () => {
    const wrapped = '{"pipelineSpec": {"deploymentSpec": {"executors": {"exec-a": {"container": {"image": "a:1"}}}}}}';
    const component = 'name: Score\nimplementation:\n  container:\n    image: a:2\n    command: [run]\n';

    expect(parseKubeflow('p.json', 'head', wrapped).view.executors.map(({ name }) => name)).toEqual(['exec-a']);
    expect(parseKubeflow('c.yaml', 'head', component).view).toMatchObject({
      form: 'component',
      executors: [{ name: 'Score', image: { text: 'a:2' } }],
    });
  });

  test('is a pipeline whose steps follow each other', async () => {
    const project = await projectOf(undefined, { 'pipeline.yaml': COMPILED });
    const pipeline = project.head.subjects.find(({ type }) => type === 'pipeline');

    expect(pipeline).toMatchObject({
      kinds: ['kubeflow'],
      value: { nodes: expect.arrayContaining([expect.objectContaining({ name: 'train', after: ['check'] })]) },
    });
  });
});

test.each(BAD_TEXTS.map((text) => [text.slice(0, 20), text]))('%j is read without a crash', (_, text) => {
  for (const parse of [parseMlproject, parseKubeflow]) expect(parse('x', 'head', text).source).toBe(text);
});

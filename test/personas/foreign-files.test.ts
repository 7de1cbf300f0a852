import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type LoadedPersona, loadPersona } from '../../src/personas/load-persona.ts';
import { rules } from '../../src/rules/index.ts';

const RULES = new Map(rules.map((rule) => [rule.id, rule.kinds]));

function load(name: string): LoadedPersona {
  const text = readFileSync(new URL(`files/${name}.txt`, import.meta.url), 'utf8');
  const persona = loadPersona({ path: `${name}.md`, text }, RULES);
  if ('problem' in persona) throw new Error(persona.problem);
  return persona;
}

const boundTo = ({ items }: LoadedPersona) =>
  Object.fromEntries(items.map(({ text, rules: [first = 'nothing'] }) => [text, first]));

describe('a subagent as Claude Code writes it', () => {
  const persona = load('platform-reviewer');

  test('has its statements as items, each with its rules', () => {
    expect(boundTo(persona)).toEqual({
      'Probes: every Deployment has readiness and liveness probes': 'probe-removed',
      'Containers run as a non-root user and drop all capabilities': 'run-as-root',
      'CPU and memory requests and limits are set': 'memory-limit-missing',
      'A PodDisruptionBudget never blocks a node drain': 'pdb-blocks-eviction',
      'The team owning the workload is named in a label': 'nothing',
      'GitHub Actions are pinned to a full commit SHA': 'unpinned-uses',
      'Workflow tokens have least-privilege permissions': 'excessive-permissions',
      'Deployments to production wait for a manual approval': 'approval-removed',
      'Unit tests and security scans run in the pipeline before a release': 'scanner-or-test-removed',
      'Every deployment can be rolled back': 'nothing',
      'Terraform state is kept in a remote backend with locking': 'remote-state-missing',
      'Resources that hold data have deletion protection': 'prevent-destroy-removed',
      'Data is encrypted at rest': 'encryption-removed',
      'No security group is open to the internet': 'aws-security-group-public-ingress',
      'Secrets come from a vault, never from code': 'secret-literal',
      'IAM roles have no wildcard permissions': 'aws-iam-admin-policy',
      'Never approve a change that you have not read': 'nothing',
    });
  });

  test('leaves to nobody what is about people, and to a model what rules answer in part', () => {
    const judges = Object.fromEntries(persona.items.map(({ text, judge }) => [text, judge]));
    expect(judges['The team owning the workload is named in a label']).toBe('nobody');
    expect(judges['GitHub Actions are pinned to a full commit SHA']).toBe('rules');
    expect(judges['Secrets come from a vault, never from code']).toBe('model');
    expect(judges['Every deployment can be rolled back']).toBe('model');
  });

  test('keeps its instructions for the model, without its items', () => {
    expect(persona.prompt).toContain('You are a platform reviewer.');
    expect(persona.prompt).not.toContain('pinned to a full commit SHA');
  });
});

test('plain Markdown without front matter is read by its lists, boxes and tables', () => {
  const persona = load('model-release');
  expect(persona).toMatchObject({ name: 'model-release', title: 'Model release', problems: [] });
  expect(boundTo(persona)).toEqual({
    'Training data is versioned with DVC, and `dvc.lock` is committed': 'git-tracked-data',
    'Input data is validated before training': 'validation-step-removed',
    'Train/test split happens before any scaler is fitted': 'fit-before-split',
    'Datasets hold no column that was bought from a broker': 'nothing',
    'Random seeds are fixed': 'split-without-seed',
    'Dependencies are pinned in a lock file': 'requirements-unpinned',
    'Hyperparameters live in `params.yaml`': 'nothing',
    'Notebook outputs are cleared before they are committed': 'notebook-output-leak',
    'The model is evaluated on a held-out test set': 'evaluated-on-training-data',
    'Nothing is promoted below the accuracy threshold': 'metric-gate-weakened',
    'Results are shown to the product owner': 'nothing',
    'Weights are loaded without pickle': 'torch-load-unsafe',
    'The endpoint has a readiness probe': 'probe-removed',
    'The served model is named by its registered model version': 'model-uri-latest',
    'Model drift is monitored': 'monitoring-removed',
    'Everybody on call was told': 'nothing',
  });
});

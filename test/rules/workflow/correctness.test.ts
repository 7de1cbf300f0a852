import { expect, test } from '@jest/globals';
import { check } from '../../../src/check/check.ts';
import { rules } from '../../../src/rules/index.ts';
import type { Project } from '../../../src/types.ts';
import { projectOf } from '../../support/project-of.ts';

const job = '  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n';

function checked(project: Project, id: string) {
  return check(
    project,
    rules.filter((rule) => rule.id === id),
  );
}

async function linesOf(id: string, head: Readonly<Record<string, string>>, base?: Readonly<Record<string, string>>) {
  const { findings } = checked(await projectOf(base, head), id);
  return findings.map(({ location }) => `${location.path}:${location.startLine}`);
}

test('a workflow of more than 500 KB is told, one below is not', async () => {
  const comment = `# ${'x'.repeat(97)}\n`;

  expect(
    await linesOf('size-limits', { '.github/workflows/a.yml': `on: push\n${comment.repeat(5200)}jobs:\n${job}` }),
  ).toEqual(['.github/workflows/a.yml:1']);
  expect(
    await linesOf('size-limits', { '.github/workflows/a.yml': `on: push\n${comment.repeat(5000)}jobs:\n${job}` }),
  ).toEqual([]);
});

test('a manual start takes 25 inputs, and no more', async () => {
  const inputs = (count: number) =>
    Array.from({ length: count }, (_, i) => `      input-${i}: {type: string}\n`).join('');
  const workflow = (count: number) => `on:\n  workflow_dispatch:\n    inputs:\n${inputs(count)}jobs:\n${job}`;

  expect(await linesOf('event-config', { '.github/workflows/a.yml': workflow(25) })).toEqual([]);
  expect(await linesOf('event-config', { '.github/workflows/a.yml': workflow(26) })).toEqual([
    '.github/workflows/a.yml:29',
  ]);
});

test('workflows that all call each other are followed once each', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `.github/workflows/w${i}.yml`);
  const calls = names.map((name, i) => `  j${i}:\n    uses: ./${name}\n`).join('');
  const files = Object.fromEntries(names.map((name) => [name, `on: workflow_call\njobs:\n${calls}`]));

  expect(await linesOf('reusable-workflow-depth', files)).toHaveLength(1600);
});

test('where the files of the repository are not known, a missing action is a doubt and no accusation', async () => {
  const text = 'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./tag\n';
  const project = await projectOf(undefined, { '.github/workflows/a.yml': text });
  const unknown: Project = { ...project, head: { ...project.head, tree: 'unknown' } };

  expect(checked(project, 'local-action-missing').findings).toHaveLength(1);
  expect(checked(unknown, 'local-action-missing').findings).toEqual([]);
  expect(checked(unknown, 'local-action-missing').runs.map(({ state }) => state)).toEqual(['could-not-verify']);
});

test('a workflow outside of .github, whose top is not known, calls nothing that is surely missing', async () => {
  const project = await projectOf(
    undefined,
    {
      'ci/a.yml':
        'on: push\njobs:\n  call:\n    uses: ./b.yml\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./c\n',
    },
    new Map(),
    { fallbackKind: 'workflow' },
  );

  for (const id of ['local-action-missing', 'workflow-call-mismatch'])
    expect(checked(project, id).findings).toEqual([]);
});

test('a broken action is told where it is broken when the change breaks it, and at its call when it was broken before', async () => {
  const call = 'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./tag\n';
  const action = (using: string) =>
    `name: Tag\ndescription: Tags\nruns:\n  using: ${using}\n  steps:\n    - {run: make, shell: bash}\n`;
  const workflow = { '.github/workflows/a.yml': call };

  const breaks = [
    { ...workflow, 'tag/action.yml': action('composite') },
    { ...workflow, 'tag/action.yml': action('composit') },
  ] as const;
  expect(await linesOf('action-metadata', breaks[1], breaks[0])).toEqual(['tag/action.yml:4']);
  expect(await linesOf('local-action-broken', breaks[1], breaks[0])).toEqual([]);

  const calls = [
    { 'tag/action.yml': action('composit') },
    { ...workflow, 'tag/action.yml': action('composit') },
  ] as const;
  expect(await linesOf('local-action-broken', calls[1], calls[0])).toEqual(['.github/workflows/a.yml:6']);
});

test('the runner takes no key that belongs to another kind of step', async () => {
  const text = `on: push\njobs:\n${job}        with: {a: b}\n`;
  const { findings } = checked(await projectOf(undefined, { '.github/workflows/a.yml': text }), 'workflow-syntax');

  expect(findings.map(({ severity, confidence, message }) => [severity, confidence, message.what])).toEqual([
    ['high', 'certain', '`with` belongs to a step that calls an action.'],
  ]);
});

test('an input that a version still under way may have learned is a guess, of a version that is done it is likely', async () => {
  const text = (major: number) =>
    `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v${major}\n        with: {brand-new: 1}\n`;
  const confidence = async (major: number) =>
    checked(await projectOf(undefined, { '.github/workflows/a.yml': text(major) }), 'action-inputs').findings.map(
      (finding) => finding.confidence,
    );

  expect(await confidence(4)).toEqual(['likely']);
  expect(await confidence(7)).toEqual(['heuristic']);
  expect(await confidence(8)).toEqual([]);
});

test('a filter that GitHub leaves out gates nothing, one that is misspelt does', async () => {
  const weights = async (on: string) => {
    const text = `on:\n${on}jobs:\n${job}`;
    const { findings } = checked(await projectOf(undefined, { '.github/workflows/a.yml': text }), 'event-config');
    return findings.map(({ severity, confidence }) => `${severity} ${confidence}`);
  };

  expect(await weights('  create:\n    branches: [main]\n')).toEqual(['medium certain']);
  expect(await weights('  workflow_dispatch:\n    branches: [main]\n')).toEqual(['medium certain']);
  expect(await weights('  push:\n    branchs: [main]\n')).toEqual(['high certain']);
});

test('an empty value gates a script, not a display name and not what asks for it first', async () => {
  const weights = async (step: string) => {
    const text = `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    strategy: {matrix: {row: [{a: 1}, {a: 2}]}}\n    steps:\n${step}`;
    const { findings } = checked(await projectOf(undefined, { '.github/workflows/a.yml': text }), 'expression-syntax');
    return findings.map(({ severity, confidence }) => `${severity} ${confidence}`);
  };

  expect(await weights('      - run: make ${{ matrix.row.extra }}\n')).toEqual(['high certain']);
  expect(await weights('      - name: Build ${{ matrix.version }}\n        run: make\n')).toEqual(['low certain']);
  expect(await weights('      - if: matrix.row.extra\n        run: ${{ matrix.row.extra }}\n')).toEqual([
    'medium likely',
    'medium likely',
  ]);
});

test('all secrets for another organisation weigh more than for the own one, and gate nothing', async () => {
  const weights = async (called: string) => {
    const text = `on: push\njobs:\n  call:\n    uses: ${called}/.github/workflows/a.yml@v1\n    secrets: inherit\n`;
    const { findings } = checked(await projectOf(undefined, { '.github/workflows/a.yml': text }), 'secrets-inherit');
    return findings.map(({ severity, confidence }) => `${severity} ${confidence}`);
  };

  expect(await weights('Orchard/workflows')).toEqual(['medium certain']);
  expect(await weights('vineyard/workflows')).toEqual(['high likely']);
});

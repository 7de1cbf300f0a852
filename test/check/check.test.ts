import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/check/check.ts';
import { rules } from '../../src/rules/index.ts';
import { unpinnedUses } from '../../src/rules/workflow/unpinned-uses.ts';
import type { Finding, Rule } from '../../src/types.ts';
import { projectOf } from '../support/project-of.ts';

const CI = '.github/workflows/ci.yml';
const RELEASE = '.github/workflows/release.yml';

/** A workflow with one job whose steps are these. */
function workflow(...uses: readonly string[]): string {
  const steps = uses.map((one) => `      - uses: ${one}\n`).join('');
  return `on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n${steps}`;
}

async function statuses(
  base: Record<string, string> | undefined,
  head: Record<string, string>,
  rules: readonly Rule[] = [unpinnedUses],
): Promise<string[]> {
  const { findings } = check(await projectOf(base, head), rules);
  return findings.map(describeFinding).sort();
}

function describeFinding({ status, location, anchor }: Finding): string {
  return `${status} ${location.path} ${anchor}`;
}

describe('a finding is judged against the base', () => {
  test('what was there before is existing, wherever it moved in the file', async () => {
    const base = { [CI]: workflow('pear/tree@v1') };
    const head = { [CI]: workflow('apple/tree@'.padEnd(51, 'a'), 'pear/tree@v1') };

    expect(await statuses(base, head)).toEqual([`existing ${CI} pear/tree@v1`]);
  });

  test('a version bump that leaves it as bad as it was introduces nothing', async () => {
    expect(await statuses({ [CI]: workflow('pear/tree@v1') }, { [CI]: workflow('pear/tree@v2') })).toEqual([
      `existing ${CI} pear/tree@v2`,
    ]);
  });

  test('a second one of a kind that was there once is introduced', async () => {
    const head = { [CI]: workflow('pear/tree@v1', 'pear/tree@v1') };

    expect(await statuses({ [CI]: workflow('pear/tree@v1') }, head)).toEqual([
      `existing ${CI} pear/tree@v1`,
      `introduced ${CI} pear/tree@v1`,
    ]);
  });

  test('what is gone is resolved', async () => {
    expect(await statuses({ [CI]: workflow('pear/tree@v1') }, { [CI]: workflow() })).toEqual([
      `resolved ${CI} pear/tree@v1`,
    ]);
  });

  test('what stood in a file that cannot be read any more is not resolved', async () => {
    expect(await statuses({ [CI]: workflow('pear/tree@v1') }, { [CI]: 'on: push\njobs: [\n' })).toEqual([]);
  });

  test('what vanished from one changed file and stands in another has moved', async () => {
    const base = { [CI]: workflow('pear/tree@v1'), [RELEASE]: workflow() };
    const head = { [CI]: workflow(), [RELEASE]: workflow('pear/tree@v1') };

    expect(await statuses(base, head)).toEqual([`moved ${RELEASE} pear/tree@v1`]);
  });

  test('in a scan everything counts', async () => {
    expect(await statuses(undefined, { [CI]: workflow('pear/tree@v1') })).toEqual([`introduced ${CI} pear/tree@v1`]);
  });

  test('a job that got another name keeps its old findings', async () => {
    const head = workflow('pear/tree@v1').replace('  build:', '  compile:');

    expect(await statuses({ [CI]: workflow('pear/tree@v1') }, { [CI]: head })).toEqual([`existing ${CI} pear/tree@v1`]);
  });
});

describe('a name that changes brings nothing, though the word stands elsewhere too', () => {
  const jobs = (id: string, first: string, second: string) => `on: push
jobs:
  ${id}:
    runs-on: ubuntu-24.04
    steps:
${first}      - run: make test
  other:
    runs-on: ubuntu-24.04
    steps:
${second}      - run: echo Fetch the test of Build
`;
  const step = (name: string) => `      - name: ${name}\n        uses: pear/tree@v1\n`;
  const NAMELESS = '      - uses: pear/tree@v1\n';

  test.each([
    ['the id of a job', jobs('test', step('Fetch'), ''), jobs('unit', step('Fetch'), '')],
    [
      'one of two steps with the same name',
      jobs('test', step('Fetch'), step('Fetch')),
      jobs('test', step('Get'), step('Fetch')),
    ],
    ['a name that is taken off', jobs('test', step('Fetch'), ''), jobs('test', NAMELESS, '')],
    ['a name that is given', jobs('test', NAMELESS, ''), jobs('test', step('Fetch'), '')],
  ])('%s', async (_, base, head) => {
    const all = await statuses({ [CI]: base }, { [CI]: head });

    expect(new Set(all)).toEqual(new Set([`existing ${CI} pear/tree@v1`]));
  });

  test('the place of a value in a list that got a step before it, and the id of its job', async () => {
    const text = (id: string, more: string) =>
      `on: push\njobs:\n  ${id}:\n    runs-on: ubuntu-24.04\n    steps:\n${more}      - run: echo \${{ steps.none.outputs.a }}\n`;
    const { findings } = check(
      await projectOf({ [CI]: text('test', '') }, { [CI]: text('unit', '      - run: make test\n') }),
      rules.filter(({ id }) => id === 'undefined-step-output'),
    );

    expect(findings.map(({ status }) => status)).toEqual(['existing']);
  });

  test('what stands in another job as well is introduced there', async () => {
    const head = jobs('test', step('Fetch'), step('Fetch'));

    expect(await statuses({ [CI]: jobs('test', step('Fetch'), '') }, { [CI]: head })).toContain(
      `introduced ${CI} pear/tree@v1`,
    );
  });
});

describe('two things that swap a fault are two things', () => {
  const pod = (first: string, second: string) => `apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  containers:
    - name: debug
      image: x:1
${first}    - name: api
      image: x:1
${second}`;
  const PRIVILEGED = '      securityContext:\n        privileged: true\n';

  test('the one that has it now is introduced', async () => {
    const { findings } = check(
      await projectOf({ 'p.yaml': pod(PRIVILEGED, '') }, { 'p.yaml': pod('', PRIVILEGED) }),
      rules.filter(({ id }) => id === 'privileged-container'),
    );

    expect(findings.map(({ status }) => status).sort()).toEqual(['introduced', 'resolved']);
  });

  test('what only got surer is introduced as well', async () => {
    const text = (on: string) =>
      `on: ${on}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo \${{ github.head_ref }}\n`;
    const { findings } = check(
      await projectOf({ [CI]: text('workflow_call') }, { [CI]: text('[workflow_call, pull_request]') }),
      rules.filter(({ id }) => id === 'template-injection'),
    );

    expect(findings).toEqual([expect.objectContaining({ status: 'introduced', confidence: 'certain' })]);
  });
});

describe('the fingerprint', () => {
  test('survives lines above it and re-indentation, and differs between two of a kind', async () => {
    const text = workflow('pear/tree@v1', 'pear/tree@v1');
    const shifted = `# a comment\n${text.replaceAll('      - ', '        - ')}`;
    const prints = async (source: string) =>
      check(await projectOf(undefined, { [CI]: source }), [unpinnedUses]).findings.map(
        ({ fingerprint }) => fingerprint,
      );

    const [first, second] = await prints(text);
    expect(first).not.toBe(second);
    expect(await prints(shifted)).toEqual([first, second]);
  });
});

describe('an ignore comment', () => {
  const quiet = (comment: string) => workflow(`pear/tree@v1 # ${comment}`);

  test('that this change adds silences the comment and nothing else', async () => {
    const { findings } = check(
      await projectOf({ [CI]: workflow() }, { [CI]: quiet('pipewright: ignore[unpinned-uses] trusted') }),
      [unpinnedUses],
    );

    expect(findings[0]).toMatchObject({
      status: 'introduced',
      silencedBy: 'pipewright: ignore[unpinned-uses] trusted',
    });
    expect(findings[0]?.waivedBy).toBeUndefined();
  });

  test('on what was there before was accepted then', async () => {
    const text = quiet('zizmor: ignore[unpinned-uses]');
    const { findings } = check(await projectOf({ [CI]: text }, { [CI]: `${text}\n` }), [unpinnedUses]);

    expect(findings[0]?.waivedBy).toMatchObject({ why: 'zizmor: ignore[unpinned-uses]' });
  });

  test('that stood in the base and is copied to something new does not accept it', async () => {
    const base = quiet('pipewright: ignore[unpinned-uses]');
    const head = `${base}      - uses: plum/tree@v1 # pipewright: ignore[unpinned-uses]\n`;
    const { findings } = check(await projectOf({ [CI]: base }, { [CI]: head }), [unpinnedUses]);

    const added = findings.find(({ status }) => status === 'introduced');
    expect(added?.anchor).toBe('plum/tree@v1');
    expect(added?.waivedBy).toBeUndefined();
  });

  test('at the end of a line says nothing of the next line, one on a line of its own does', async () => {
    const next = (comment: string) =>
      `${workflow()}      - uses: pear/tree@${'a'.repeat(40)}${comment}\n      - uses: plum/tree@v1\n`;
    const silenced = async (text: string) =>
      check(await projectOf({ [CI]: workflow() }, { [CI]: text }), [unpinnedUses]).findings[0]?.silencedBy;

    expect(await silenced(next(' # pipewright: ignore[unpinned-uses]'))).toBeUndefined();
    expect(await silenced(next('\n      # pipewright: ignore[unpinned-uses]'))).toBeDefined();
  });

  test('without an id silences nothing', async () => {
    const { findings } = check(await projectOf(undefined, { [CI]: quiet('pipewright: ignore') }), [unpinnedUses]);

    expect(findings[0]?.silencedBy).toBeUndefined();
  });
});

describe('what is ignored for more than a line', () => {
  const image = (top: string) => `${top}FROM debian:latest\nWORKDIR app\nCMD ["run"]\n`;
  const found = async (path: string, head: string, base?: string) => {
    const project = await projectOf(base === undefined ? undefined : { [path]: base }, { [path]: head });
    return check(project, rules).findings;
  };
  const silenced = async (path: string, text: string) =>
    (await found(path, text)).filter(({ silencedBy }) => silencedBy !== undefined).map(({ rule }) => rule);

  test.each([
    ['# hadolint global ignore=DL3007\n', ['base-image-latest-tag']],
    ['# syntax=docker/dockerfile:1\n# check=skip=WorkdirRelativePath,StageNameCasing\n', ['workdir-relative']],
    ['# about this file\n# check=skip=WorkdirRelativePath\n', []],
    ['# kics-scan disable=6b376af8-cfe8-49ab-a08d-f32de23661a4\n', ['workdir-relative']],
    ['# check=skip=all\n# hadolint global ignore=\n', []],
  ])('in a Dockerfile: %j', async (top, expected) => {
    expect(await silenced('Dockerfile', image(top))).toEqual(expected);
  });

  test('a check that BuildKit skips above an instruction is skipped there', async () => {
    const text = 'FROM debian:12\n# check=skip=WorkdirRelativePath\nWORKDIR app\n\nFROM debian:12\nWORKDIR app\n';
    const places = (await found('Dockerfile', text)).filter(({ rule }) => rule === 'workdir-relative');

    expect(places.map(({ silencedBy }) => silencedBy !== undefined)).toEqual([true, false]);
  });

  const pods = (annotation: string, place = 'own') => {
    const line = (of: string) => (place === of ? `\n      annotations: {${annotation}}` : '');
    const pod = (name: string, own: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}${own}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata:
      labels: {app: ${name}}${line(name)}
    spec:
      containers:
        - name: app
          image: registry.example.com/app:1
          securityContext: {privileged: true}
`;
    return `${pod('api', place === 'own' ? `, annotations: {${annotation}}` : '')}---\n${pod('other', '')}`;
  };

  test.each([
    'ignore-check.kube-linter.io/privileged-container: it drives the node',
    'checkov.io/skip1: CKV_K8S_16=it drives the node',
    'polaris.fairwinds.com/runAsPrivileged-exempt: "true"',
  ])('in an object, by its annotation %s', async (annotation) => {
    const privileged = (await found('k8s/a.yaml', pods(annotation))).filter(
      ({ rule }) => rule === 'privileged-container',
    );

    expect(privileged.map(({ key, silencedBy }) => [key, silencedBy !== undefined])).toEqual([
      ['Deployment/api/app', true],
      ['Deployment/other/app', false],
    ]);
  });

  test('in the pods that an object makes, by an annotation of theirs', async () => {
    expect(await silenced('k8s/a.yaml', pods('checkov.io/skip2: CKV_K8S_16=why', 'api'))).toEqual([
      'privileged-container',
    ]);
  });

  test.each([
    'kube-linter.io/ignore-all: why',
    'polaris.fairwinds.com/exempt: "true"',
    'polaris.fairwinds.com/runAsPrivileged-exempt: "false"',
  ])('is nothing where no check is named: %s', async (annotation) => {
    expect(await silenced('k8s/a.yaml', pods(annotation))).toEqual([]);
  });

  test('waives what stood there before, and does not lift the gate for what is new', async () => {
    const top = '# hadolint global ignore=DL3007\n';
    const [old] = await found('Dockerfile', `${image(top)}EXPOSE 80\n`, image(top));
    const all = await found('Dockerfile', image(top), `${top}FROM debian:12\nWORKDIR app\nCMD ["run"]\n`);
    const [added] = all.filter(({ status }) => status === 'introduced');

    expect(old).toMatchObject({ rule: 'base-image-latest-tag', waivedBy: { why: 'hadolint global ignore=DL3007' } });
    expect(added).toMatchObject({ rule: 'base-image-latest-tag', silencedBy: 'hadolint global ignore=DL3007' });
    expect(added?.waivedBy).toBeUndefined();
  });
});

describe('a rule that cannot do its work says so', () => {
  const failing: Rule = {
    ...unpinnedUses,
    check() {
      throw new TypeError('no such thing');
    },
  };

  test('one that throws has failed', async () => {
    const { runs, findings } = check(await projectOf(undefined, { [CI]: workflow() }), [failing]);

    expect(findings).toEqual([]);
    expect(runs).toEqual([
      expect.objectContaining({ rule: 'unpinned-uses', state: 'failed', reason: 'TypeError: no such thing' }),
    ]);
  });

  test('one on a file that does not parse could not verify', async () => {
    const { runs } = check(await projectOf(undefined, { [CI]: 'jobs: [\n  a: {' }), [unpinnedUses]);

    expect(runs).toEqual([expect.objectContaining({ state: 'could-not-verify', reason: expect.stringContaining(CI) })]);
  });
});

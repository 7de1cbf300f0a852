import { describe, expect, test } from '@jest/globals';
import { impact } from '../../src/impact/impact.ts';
import { projectOf } from '../support/project-of.ts';

async function rows(base: Record<string, string>, head: Record<string, string>): Promise<string[]> {
  const { rows: found } = impact(await projectOf(base, head));
  return found.map(({ topic, subject, before, after }) => `${topic} ${subject}: ${before} → ${after}`);
}

const CI = '.github/workflows/ci.yml';
const ci = (jobs: string) => ({ [CI]: `on: push\njobs:\n${jobs}` });

describe('what a change does to a workflow', () => {
  test('permissions, environments, secrets, runners, actions and order, as a table', async () => {
    const before = ci(
      '  a:\n    runs-on: small\n    permissions: {contents: read}\n    environment: prod\n    steps:\n      - uses: pear/tree@v1\n',
    );
    const after = ci(
      '  a:\n    runs-on: large\n    permissions: {contents: write, packages: write}\n    needs: b\n    steps:\n      - uses: pear/tree@v2\n      - run: x\n        env: {K: "${{ secrets.key }}"}\n',
    );

    expect(await rows(before, after)).toEqual([
      'token permissions a: contents: read → contents: write, packages: write',
      'deployment environment a: prod → –',
      'secrets seen by a: – → KEY',
      'runner a: small → large',
      'action pear/tree: v1 → v2',
      'job waits for a: – → b',
    ]);
  });

  test('nothing, where one side cannot be read', async () => {
    const text = ci('  a:\n    runs-on: x\n');

    expect(await rows(text, { [CI]: 'on: push\njobs: [\n' })).toEqual([]);
    expect(await rows({ [CI]: 'on: push\njobs: [\n' }, text)).toEqual([]);
  });

  test('a new trigger', async () => {
    const text = ci('  a:\n    runs-on: x\n');

    expect(await rows(text, { [CI]: text[CI]?.replace('push', '[push, issues]') ?? '' })).toEqual([
      `runs on ${CI}: push → push, issues`,
    ]);
  });
});

test('what it does to Terraform: created, destroyed, moved', async () => {
  const base = { 'm/a.tf': 'resource "x" "gone" {}\nresource "x" "old" {}\n' };
  const head = {
    'm/a.tf': 'resource "x" "new" {}\nresource "x" "fresh" {}\nmoved {\n  from = x.old\n  to   = x.new\n}\n',
  };

  expect(await rows(base, head)).toEqual([
    'resource x.gone: exists → destroyed',
    'resource x.old: exists → moved to x.new',
    'resource x.fresh: – → created',
  ]);
});

test('what it does to the settings of a resource that tell who reaches it', async () => {
  const group = (cidr: string, name: string) =>
    `resource "aws_security_group" "g" {\n  name = "${name}"\n  ingress {\n    cidr_blocks = ["${cidr}"]\n  }\n}\n`;

  expect(await rows({ 'm/a.tf': group('10.0.0.0/8', 'a') }, { 'm/a.tf': group('0.0.0.0/0', 'b') })).toEqual([
    'aws_security_group.g ingress.cidr_blocks: ["10.0.0.0/8"] → ["0.0.0.0/0"]',
  ]);
});

test('what it does to images, probes and parameters', async () => {
  const pod = (image: string, probe: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n    - name: c\n      image: ${image}\n${probe}`;
  const base = {
    Dockerfile: 'FROM a:1 AS s\nUSER 7\n',
    'p.yaml': pod('i:1', '      readinessProbe: {}\n'),
    'params.yaml': 'lr: 1\n',
  };
  const head = { Dockerfile: 'FROM a:2 AS s\n', 'p.yaml': pod('i:2', ''), 'params.yaml': 'lr: 2\n' };

  expect(await rows(base, head)).toEqual([
    'base image Dockerfile, stage s: a:1 → a:2',
    'image runs as Dockerfile: 7 → the default of its base image',
    'image Pod/p, container c: i:1 → i:2',
    'probes Pod/p, container c: readinessProbe → none',
    'parameter lr: 1 → 2',
  ]);
});

describe('the graph', () => {
  const jobs = (needs: string) => ci(`  test:\n    runs-on: x\n  deploy:\n    runs-on: x\n${needs}`);

  test('shows a dependency that is gone, in words as well', async () => {
    const { graph } = impact(await projectOf(jobs('    needs: test\n'), jobs('')));

    expect(graph?.text).toBe('test → deploy (gone)');
    expect(graph?.mermaid).toContain('-.->|gone|');
  });

  test('is left out where the shape did not change', async () => {
    expect(impact(await projectOf(jobs(''), jobs('    env: {A: b}\n'))).graph).toBeUndefined();
  });

  test('takes nothing of a name but plain characters', async () => {
    const evil = ci('  a:\n    runs-on: x\n  "b\\"]; click n0 javascript:alert(1)":\n    runs-on: x\n    needs: a\n');
    const { graph } = impact(await projectOf(jobs(''), evil));

    expect(graph?.mermaid).not.toMatch(/javascript:|"\]; /);
  });
});

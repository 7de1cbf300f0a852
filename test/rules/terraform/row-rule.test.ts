import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/change/apply-edits.ts';
import { check } from '../../../src/check/check.ts';
import type { AttributeRow } from '../../../src/rules/terraform/rows/row.ts';
import { rowRule } from '../../../src/rules/terraform/rows/row-rule.ts';
import type { Finding } from '../../../src/types.ts';
import { projectOf } from '../../support/project-of.ts';

const ROW: AttributeRow = {
  type: 'attribute',
  id: 'press-unlocked',
  title: 'Press is unlocked',
  severity: 'medium',
  domain: 'security',
  aliases: {},
  why: 'Anybody can press.',
  remedy: 'Lock it.',
  resources: ['orchard_press'],
  path: ['lock', 'enabled'],
  must: { be: [true] },
  absent: 'unsafe',
  safe: 'true',
};

async function findings(text: string, row: AttributeRow = ROW): Promise<readonly Finding[]> {
  const project = await projectOf(undefined, { 'main.tf': text });
  return check(project, [rowRule(row)]).findings;
}

async function fixed(text: string): Promise<string | undefined> {
  const found = await findings(text);
  return applyEdits(
    text,
    found.flatMap(({ fix }) => fix?.edits ?? []),
  );
}

describe('an attribute that must have a value', () => {
  test('is reported where it has another one, and the value is replaced', async () => {
    const text = 'resource "orchard_press" "a" {\n  lock {\n    enabled = false\n  }\n}\n';

    expect((await findings(text)).map(({ location }) => location.startLine)).toEqual([3]);
    expect(await fixed(text)).toBe(text.replace('false', 'true'));
  });

  test('is told as a missing block where the block alone makes it safe', async () => {
    const [found] = await findings('resource "orchard_press" "a" {}\n', { ...ROW, absent: 'unsafe-without-block' });

    expect(found?.message.what).toBe('`orchard_press.a` has no `lock`.');
  });

  test('counts less in a type of which it is expected', async () => {
    const row: AttributeRow = {
      ...ROW,
      resources: ['orchard_press', 'orchard_stand'],
      expected: { of: ['orchard_stand'], severity: 'low', confidence: 'likely' },
    };
    const text = ['press', 'stand'].map((name) => `resource "orchard_${name}" "a" {\n  lock {}\n}\n`).join('');

    expect((await findings(text, row)).map(({ severity, confidence }) => [severity, confidence])).toEqual([
      ['medium', 'certain'],
      ['low', 'likely'],
    ]);
  });

  test('is reported on the resource where its block is missing, and the block is written', async () => {
    const text = 'resource "orchard_press" "a" {\n  name = "a"\n}\n';

    expect(await fixed(text)).toBe(
      'resource "orchard_press" "a" {\n  name = "a"\n\n  lock {\n    enabled = true\n  }\n}\n',
    );
  });

  test('is written into a resource of one line', async () => {
    expect(await fixed('resource "orchard_press" "a" {}\n')).toBe(
      'resource "orchard_press" "a" {\n  lock {\n    enabled = true\n  }\n}\n',
    );
  });

  test('may be missing where the provider takes a safe value', async () => {
    expect(await findings('resource "orchard_press" "a" {}\n', { ...ROW, absent: 'safe' })).toEqual([]);
  });

  test('is not accused where its value or its block is not known', async () => {
    const text =
      'resource "orchard_press" "a" {\n  lock {\n    enabled = var.lock\n  }\n}\n' +
      'resource "orchard_press" "b" {\n  dynamic "lock" {\n    for_each = var.locks\n    content {}\n  }\n}\n';

    expect(await findings(text)).toEqual([]);
  });

  test('is only likely wrong where a variable says so by default', async () => {
    const text =
      'variable "lock" {\n  default = false\n}\nresource "orchard_press" "a" {\n  lock {\n    enabled = var.lock\n  }\n}\n';

    const [finding] = await findings(text, { ...ROW, severity: 'critical' });

    expect(finding).toMatchObject({ confidence: 'likely', severity: 'medium' });
  });

  test('counts only where the condition of the row holds', async () => {
    const row: AttributeRow = { ...ROW, when: { path: ['kind'], oneOf: ['steam'] } };

    expect(await findings('resource "orchard_press" "a" {\n  kind = "hand"\n}\n', row)).toEqual([]);
    expect(await findings('resource "orchard_press" "a" {\n  kind = "steam"\n}\n', row)).toHaveLength(1);
  });

  test('may be forbidden to have or to contain something, or must be large enough', async () => {
    const one = (value: string) => `resource "orchard_press" "a" {\n  level = ${value}\n}\n`;
    const row = (must: AttributeRow['must']): AttributeRow => ({ ...ROW, path: ['level'], absent: 'safe', must });

    expect(await findings(one('"low"'), row({ notBe: ['low'] }))).toHaveLength(1);
    expect(await findings(one('["a", "*"]'), row({ notContain: ['*'] }))).toHaveLength(1);
    expect(await findings(one('["a"]'), row({ notContain: ['*'] }))).toEqual([]);
    expect(await findings(one('3'), row({ beAtLeast: 7 }))).toHaveLength(1);
  });
});

describe('what a row can say of other places', () => {
  const absent = (text: string, row: Partial<AttributeRow>) => findings(text, { ...ROW, ...row });

  test('a block written as an object, as older code has it, is a block', async () => {
    const text = 'resource "orchard_press" "a" {\n  lock = {\n    enabled = false\n  }\n}\n';

    expect((await findings(text)).map(({ location }) => location.startLine)).toEqual([3]);
    expect(await findings(text.replace('false', 'true'))).toEqual([]);
  });

  test('what is missing is reported, and written, where its path breaks off', async () => {
    const row: AttributeRow = { ...ROW, path: ['gate', 'lock', 'enabled'] };
    const text = 'resource "orchard_press" "a" {\n  gate {\n    color = "red"\n  }\n}\n';
    const [finding] = await findings(text, row);

    expect(finding?.location.startLine).toBe(2);
    expect(applyEdits(text, finding?.fix?.edits ?? [])).toContain('    lock {\n      enabled = true\n    }\n  }\n');
  });

  test('an exception that may hold is one', async () => {
    const text = 'variable "old" {}\nresource "orchard_press" "a" {\n  museum = var.old\n}\n';

    expect(await absent(text, { unless: [{ path: ['museum'], oneOf: [true] }] })).toEqual([]);
    expect(
      await absent(text.replace('var.old', 'false'), { unless: [{ path: ['museum'], oneOf: [true] }] }),
    ).toHaveLength(1);
  });

  test('an exception that a dynamic block may make is one', async () => {
    const text =
      'resource "orchard_press" "a" {\n  dynamic "museum" {\n    for_each = var.old\n    content {}\n  }\n}\n';

    expect(await absent(text, { unless: [{ path: ['museum'] }] })).toEqual([]);
  });

  test('the resource it belongs to decides, and one that is not known may', async () => {
    const row: Partial<AttributeRow> = {
      unlessVia: { attribute: 'barn', holds: { path: ['closed'], oneOf: [true] } },
    };
    const one = (barn: string, closed: boolean) =>
      `resource "orchard_barn" "a" {\n  closed = ${closed}\n}\nresource "orchard_press" "a" {\n  barn = ${barn}\n}\n`;

    expect(await absent(one('orchard_barn.a.id', false), row)).toHaveLength(1);
    expect(await absent(one('"${orchard_barn.a.id}"', false), row)).toHaveLength(1);
    expect(await absent(one('orchard_barn.a.id', true), row)).toEqual([]);
    expect(await absent(one('orchard_barn.a[0].id', true), row)).toEqual([]);
    expect(await absent(one('var.barn', false), row)).toEqual([]);
    expect(await absent(one('module.barns.id', false), row)).toEqual([]);
    expect(await absent(one('one(orchard_barn.a[*].id)', false), row)).toEqual([]);
    expect(await absent(one('"barn-1"', false), row)).toHaveLength(1);
  });

  test('a resource beside it may do the same', async () => {
    const text = 'resource "orchard_press" "a" {}\nresource "orchard_press_lock" "a" {}\n';

    expect(await absent(text, { unlessBeside: ['orchard_press_lock'] })).toEqual([]);
  });

  test('a setting may be unsafe only without its block', async () => {
    const row = { absent: 'unsafe-without-block' } as const;

    expect(await absent('resource "orchard_press" "a" {\n  lock {\n  }\n}\n', row)).toEqual([]);
    expect(await absent('resource "orchard_press" "a" {}\n', row)).toHaveLength(1);
  });
});

describe('a call of a module that is known', () => {
  const row: AttributeRow = {
    ...ROW,
    resources: ['aws_s3_bucket_public_access_block'],
    path: ['block_public_acls'],
  };
  const call = (version: string, input = '') =>
    `module "a" {\n  source  = "terraform-aws-modules/s3-bucket/aws"\n  version = "${version}"\n${input}}\n`;

  test('is read like the resource that it makes', async () => {
    const [finding] = await findings(call('5.8.1', '  block_public_acls = false\n'), row);

    expect(finding?.location.startLine).toBe(4);
    expect(finding?.message.what).toContain('module.a');
  });

  test.each([
    ['3.7.0', 1],
    ['~> 3.7.0', 1],
    ['~> 3.7', 0],
    ['~> 3', 0],
    ['>= 3.0', 0],
    ['3.9.0', 0],
  ])('says something by what it leaves out where its version does: %s', async (version, expected) => {
    expect(await findings(call(version), row)).toHaveLength(expected);
  });

  test('is no proof where nobody knows what it takes', async () => {
    const project = await projectOf(undefined, { 'main.tf': call('>= 3.0') });
    const { runs } = check(project, [rowRule(row)]);

    expect(runs.flatMap(({ proofs }) => proofs)).toEqual([]);
  });
});

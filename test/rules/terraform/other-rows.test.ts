import { describe, expect, test } from '@jest/globals';
import { check } from '../../../src/check/check.ts';
import type { AttributeRow, BlockRow, PresenceRow, Row } from '../../../src/rules/terraform/rows/row.ts';
import { rowRule } from '../../../src/rules/terraform/rows/row-rule.ts';
import type { Finding } from '../../../src/types.ts';
import { projectOf } from '../../support/project-of.ts';

const BASE = {
  id: 'press-loud',
  title: 'Press is loud',
  severity: 'medium',
  domain: 'security',
  aliases: {},
  why: 'Nobody sleeps.',
  remedy: 'Oil it.',
} as const;

async function findings(row: Row, text: string, more: Record<string, string> = {}): Promise<readonly Finding[]> {
  const project = await projectOf(undefined, { 'main.tf': text, ...more });
  return check(project, [rowRule(row)]).findings;
}

async function lines(row: Row, text: string): Promise<readonly number[]> {
  return (await findings(row, text)).map(({ location }) => location.startLine);
}

const BLOCK: BlockRow = {
  ...BASE,
  type: 'block',
  resources: ['orchard_press'],
  path: ['flag'],
  all: [
    { path: ['name'], oneOf: ['noise'] },
    { path: ['value'], oneOf: ['on'] },
  ],
  absent: 'unsafe',
};

describe('a block in which everything must hold', () => {
  const press = (...flags: readonly string[]) =>
    `resource "orchard_press" "a" {\n${flags.map((flag) => `  flag {\n${flag}\n  }\n`).join('')}}\n`;
  const noise = (value: string) => `    name  = "noise"\n    value = ${value}`;

  test('is reported with its value, beside others that are fine', async () => {
    expect(await lines(BLOCK, press('    name  = "dust"\n    value = "on"', noise('"on"')))).toEqual([8]);
  });

  test('is reported as missing where none has the name', async () => {
    const [found] = await findings(BLOCK, press('    name  = "dust"\n    value = "on"'));

    expect(found?.location.startLine).toBe(1);
    expect(found?.message.what).toBe('`orchard_press.a` has no `flag noise`.');
  });

  test('is not missing where another value, a variable or a dynamic block may set it', async () => {
    const dynamic =
      'resource "orchard_press" "a" {\n  dynamic "flag" {\n    for_each = var.flags\n    content {}\n  }\n}\n';

    for (const text of [press(noise('"off"')), press(noise('var.noise')), press('    name = var.flag'), dynamic])
      expect(await lines(BLOCK, text)).toEqual([]);
  });
});

describe('a resource that needs another one beside it', () => {
  const row: PresenceRow = { ...BASE, type: 'presence', resources: ['orchard_press'], unlessBeside: ['orchard_guard'] };
  const press = 'resource "orchard_press" "a" {}\n';

  test('is reported where it stands alone', async () => {
    const [found] = await findings(row, press);

    expect(found?.message.what).toBe('`orchard_press.a` stands without `orchard_guard`.');
  });

  test('is fine beside it, in whatever file', async () => {
    expect(await findings(row, press, { 'guard.tf': 'resource "orchard_guard" "a" {}\n' })).toEqual([]);
  });

  test('is not judged where a file of the module cannot be read', async () => {
    expect(await findings(row, press, { 'guard.tf': 'resource "orchard_guard" {{{\n' })).toEqual([]);
  });
});

describe('an attribute that types keep in different places', () => {
  const row: AttributeRow = {
    ...BASE,
    type: 'attribute',
    resources: ['orchard_press', 'orchard_mill'],
    behind: { orchard_mill: ['template', 'press'] },
    path: ['oil', 'is_full'],
    must: { be: [true] },
    absent: 'unsafe',
  };

  test('is looked for where each of them has it', async () => {
    const text =
      'resource "orchard_press" "a" {\n  oil {\n    is_full = false\n  }\n}\nresource "orchard_mill" "b" {\n  template {\n    press {\n      oil {\n        is_full = false\n      }\n    }\n  }\n}\n';

    expect(await lines(row, text)).toEqual([3, 10]);
  });

  test('may be of a data source', async () => {
    const text = 'data "orchard_press" "a" {\n  oil {\n    is_full = false\n  }\n}\n';

    expect(await lines({ ...row, resources: ['data.orchard_press'] }, text)).toEqual([3]);
    expect(await lines(row, text)).toEqual([]);
  });

  test('that holds objects where a text was meant is no failure of the rule', async () => {
    const text = 'resource "orchard_press" "a" {\n  oil {\n    is_full = [{ a = {} }]\n  }\n}\n';

    const project = await projectOf(undefined, { 'main.tf': text });
    const musts = [{ be: [true] }, { notMatch: 'x' }, { contain: ['x'] }, { beAtLeast: 2 }, { beSet: true }] as const;

    for (const must of musts)
      expect(check(project, [rowRule({ ...row, must })]).runs.map(({ state }) => state)).toEqual(['ran']);
    expect(await lines(row, text)).toEqual([3]);
  });
});

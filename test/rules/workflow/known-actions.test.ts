import { describe, expect, test } from '@jest/globals';
import { DELIVERY_ACTIONS } from '../../../src/rules/workflow/actions/known/delivery-actions.ts';
import { GITHUB_ACTIONS } from '../../../src/rules/workflow/actions/known/github-actions.ts';
import { LANGUAGE_ACTIONS } from '../../../src/rules/workflow/actions/known/language-actions.ts';
import { QUALITY_ACTIONS } from '../../../src/rules/workflow/actions/known/quality-actions.ts';
import { wordsOf } from '../../../src/rules/workflow/actions/known-actions.ts';

const tables = [GITHUB_ACTIONS, DELIVERY_ACTIONS, LANGUAGE_ACTIONS, QUALITY_ACTIONS];
const rows = tables.flatMap((table) => Object.entries(table));

test('no action stands in two tables, and there are more than a hundred', () => {
  const names = rows.map(([name]) => name);

  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(100);
});

describe.each(rows)('%s', (name, row) => {
  test('is named in small letters, as it is looked up', () => {
    expect(name).toBe(name.toLowerCase());
    expect(name).toMatch(/^[\w.-]+\/[\w./-]+$/);
  });

  test('requires and deprecates only what it takes, and nothing twice', () => {
    const inputs = wordsOf(row.inputs);

    expect(inputs.filter((input, i) => inputs.indexOf(input) !== i)).toEqual([]);
    expect(inputs).toEqual(expect.arrayContaining([...wordsOf(row.required), ...Object.keys(row.deprecated ?? {})]));
    for (const key of Object.keys(row.deprecated ?? {})) expect(key).toBe(key.toLowerCase());
  });

  test('has no later version on an older Node.js, and none beyond the newest that it speaks of', () => {
    const majors = Object.values(row.node ?? {});

    expect(majors).toEqual([...majors].sort((a, b) => a - b));
    for (const major of majors) expect(major).toBeLessThanOrEqual(row.newest);
  });
});

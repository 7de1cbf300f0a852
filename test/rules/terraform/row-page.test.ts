import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { rowPage } from '../../../src/rules/terraform/rows/row-page.ts';
import { rows } from '../../../src/rules/terraform/rows/row-rules.ts';

test.each(rows.map((row) => [row.id, row] as const))('the page of %s is what its row says', (id, row) => {
  const page = readFileSync(`src/rules/terraform/rows/pages/${id}.md`, 'utf8');

  // Out of date? `node scripts/generate-row-pages.mjs` writes it anew.
  expect(page).toBe(rowPage(row));
});

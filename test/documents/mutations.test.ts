import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { mutate, randomNumbers } from '../support/mutate.ts';
import { PIPELINES } from '../support/pipelines.ts';
import { survey } from '../support/survey.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/churn-service/head', import.meta.url));
const FILES = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(ya?ml|tf|py|lock)$|Dockerfile$/.test(path),
);
const TEXTS: readonly (readonly [path: string, text: string])[] = [
  ...FILES.map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')] as const),
  ...Object.entries(PIPELINES),
];
const ROUNDS = 40;

// The same over any folder: npm run fuzz -- FOLDER
test.each(TEXTS)('%s, wounded in many ways, is read without a crash and with true positions', async (path, text) => {
  const random = randomNumbers(path.length * 7919);

  expect(await survey(path, text)).toEqual([]);
  for (let round = 0; round < ROUNDS; round++) {
    const wounded = mutate(text, random);
    expect({ wounded, wrong: await survey(path, wounded) }).toEqual({ wounded, wrong: [] });
  }
});

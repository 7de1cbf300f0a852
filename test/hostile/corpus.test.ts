import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { QUAGGA } from './attack.ts';
import { ENCODINGS } from './attacks/encodings.ts';
import { INSTRUCTIONS } from './attacks/instructions.ts';
import { MARKUP } from './attacks/markup.ts';
import { MASQUERADE } from './attacks/masquerade.ts';

const ATTACKS = [...INSTRUCTIONS, ...MARKUP, ...ENCODINGS, ...MASQUERADE];

test('there are as many attacks as the documentation says', () => {
  const page = readFileSync(new URL('../../docs/judge.md', import.meta.url), 'utf8');
  expect(page).toContain(`holds ${ATTACKS.length} attacks`);
});

test('an attack can be followed, unless it is too long for that', () => {
  expect(ATTACKS.filter(({ text, unseen }) => !unseen && !text.includes(QUAGGA))).toEqual([]);
});

test('no two attacks are the same', () => {
  expect(new Set(ATTACKS.map(({ where, text }) => `${where} ${text}`)).size).toBe(ATTACKS.length);
});

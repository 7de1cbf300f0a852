import { expect, test } from '@jest/globals';
import { cutToBytes } from '../../src/github/comments/cut-to-bytes.ts';

test('a short text stays as it is', () => {
  expect(cutToBytes('# Title\n\ntext\n', 100)).toBe('# Title\n\ntext\n');
});

test('a long text ends after a whole line and says so', () => {
  const cut = cutToBytes('first line\n'.repeat(100), 300);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(300);
  expect(cut).toMatch(/^(first line\n)+\n_Cut here/);
});

test('bytes count, not characters', () => {
  expect(Buffer.byteLength(cutToBytes('ü€𝒳 line\n'.repeat(100), 300))).toBeLessThanOrEqual(300);
});

test('a code block is left out whole rather than left open', () => {
  const cut = cutToBytes(`before\n\`\`\`\`suggestion\n\`\`\`\n${'code\n'.repeat(100)}\`\`\`\`\nafter\n`, 200);
  expect(cut).toMatch(/^before\n\n_Cut here/);
});

test('an open details element is closed', () => {
  const cut = cutToBytes(`<details>\n<summary>More</summary>\n\n${'row\n'.repeat(200)}</details>\n`, 300);
  expect(cut.match(/<details>/g)).toHaveLength(1);
  expect(cut.match(/<\/details>/g)).toHaveLength(1);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(300);
});

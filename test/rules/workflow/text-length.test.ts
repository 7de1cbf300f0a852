import { describe, expect, test } from '@jest/globals';
import { textLength } from '../../../src/rules/workflow/expressions/text-length.ts';

describe('the length of the expression that GitHub makes of a text', () => {
  test('a text without expressions, and one that is an expression, stay what they are', () => {
    expect(textLength('make test')).toBe(0);
    expect(textLength('${{ github.sha }}')).toBe(0);
  });

  test('text around an expression becomes a format, with its quotes and braces doubled', () => {
    const made = "format('echo ''{{{0}}}''', github.sha)";

    expect(textLength("echo '{${{ github.sha }}}'")).toBe(made.length);
  });

  test('every expression counts', () => {
    const made = "format('{0}-{1}', a.b, c.d)";

    expect(textLength('${{ a.b }}-${{ c.d }}')).toBe(made.length);
  });
});

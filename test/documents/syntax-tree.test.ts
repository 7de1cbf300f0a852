import { beforeAll, describe, expect, test } from '@jest/globals';
import { walkTree } from '../../src/documents/syntax-tree/walk-tree.ts';
import { loadGrammars, parseTree, type SyntaxNode } from '../../src/documents/syntax-tree.ts';

beforeAll(() => loadGrammars(['hcl', 'python', 'bash']));

const text = (source: string, node: SyntaxNode | undefined) => node && source.slice(node.start, node.end);

describe('a syntax tree', () => {
  test('has every grammar', () => {
    expect(parseTree('hcl', 'a = 1').hasError).toBe(false);
    expect(parseTree('python', 'a = 1').hasError).toBe(false);
    expect(parseTree('bash', 'a=1').hasError).toBe(false);
  });

  test.each([9_998, 9_999, 10_000, 10_001])('counts in UTF-16 units, also across the parser buffer (%i)', (length) => {
    const source = `x = "${'a'.repeat(length)}😀"\ny = "é😀"\nz = 3\n`;
    const tree = parseTree('python', source);
    expect(tree.root.children.map((node) => text(source, node))).toEqual(source.trimEnd().split('\n'));
  });

  test('moves positions by the offset of the text in its file', () => {
    expect(parseTree('python', 'a = 1', { offset: 100 }).root.children[0]).toMatchObject({ start: 100, end: 105 });
  });

  test('leaves out what is nested too deep, and says so', () => {
    const tree = parseTree('python', `x = ${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    expect(tree.problem).toMatchObject({ severity: 'partial' });
    expect([...walkTree(tree.root)].length).toBeGreaterThan(900);
  });

  test('walks nodes with very many children', () => {
    const tree = parseTree('python', 'a\n'.repeat(200_000));
    expect([...walkTree(tree.root)].length).toBeGreaterThan(400_000);
  });

  test('refuses what is too large with a reason, as skipped', () => {
    const tree = parseTree('python', 'x = 1\n', { maxLength: 3 });
    expect(tree.problem).toMatchObject({ severity: 'skipped', message: expect.stringContaining('too large') });
    expect(tree.root.children).toEqual([]);
  });

  test('gives up on what takes too long, and parses the next text', () => {
    const tree = parseTree('python', 'x='.repeat(200_000), { maxMilliseconds: -1 });
    expect(tree.problem).toMatchObject({ severity: 'fatal', message: expect.stringContaining('longer than') });
    expect(parseTree('python', 'x = 1').hasError).toBe(false);
  });
});

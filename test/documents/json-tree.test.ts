import { describe, expect, test } from '@jest/globals';
import { type JsonNode, member, parseJson, stringOffsets } from '../../src/documents/json-tree.ts';

function plain(node: JsonNode | undefined): unknown {
  if (node?.kind === 'object')
    return Object.fromEntries(node.entries.map((entry) => [entry.key.value, plain(entry.value)]));
  if (node?.kind === 'array') return node.items.map(plain);
  return node && 'value' in node ? node.value : null;
}

describe('a JSON tree', () => {
  test.each(['{"a": [1, -2.5e3, "x\\n\\u00e9\\"", true, null, {}], "b": {"c": []}}', ' "x" ', '[]', '12'])(
    'says what JSON.parse says: %s',
    (source) => {
      const { root, problems } = parseJson(source);
      expect(problems).toEqual([]);
      expect(plain(root)).toEqual(JSON.parse(source));
    },
  );

  test('knows where values stand', () => {
    const source = '\ufeff{ "a" : [ "é😀" , 2 ] }';
    const array = member(parseJson(source).root, 'a');
    expect(array && source.slice(array.range.start, array.range.end)).toBe('[ "é😀" , 2 ]');
  });

  test('maps offsets of a decoded string, its end included', () => {
    const source = '["a\\nb\\u00e9c"]';
    const { root } = parseJson(source);
    const node = root?.kind === 'array' ? root.items[0] : undefined;
    if (node?.kind !== 'string') throw new Error('not a string');
    const offsets = stringOffsets(source, node);
    expect([...'a\nbéc '].map((_, index) => offsets(index))).toEqual([2, 3, 5, 6, 12, 13]);
  });

  test.each([
    ['{"a": 1, "b": [1, 2', { a: 1, b: [1, 2] }],
    ['[1, 2,]', [1, 2]],
    ['{"a": 1 "b": 2}', { a: 1 }],
    ['["open', []],
  ])('keeps what comes before the error in %s', (source, expected) => {
    const { root, problems } = parseJson(source);
    expect(plain(root)).toEqual(expected);
    expect(problems).toMatchObject([{ severity: 'fatal' }]);
  });

  test('reads strings of many megabytes', () => {
    const { root, problems } = parseJson(`["${'ab\\n'.repeat(2_000_000)}"]`);
    expect(problems).toEqual([]);
    expect(root?.kind).toBe('array');
  });
});

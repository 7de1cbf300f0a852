import { describe, expect, test } from '@jest/globals';
import { parseYaml } from '../../src/documents/yaml/parse-yaml.ts';
import { at, scalarsBelow, toValue, type YamlNode } from '../../src/documents/yaml/yaml-node.ts';
import { BAD_TEXTS } from './bad-texts.ts';

function read(source: string) {
  const stream = parseYaml(source);
  const slice = (node: YamlNode | undefined) => (node ? source.slice(node.range.start, node.range.end) : undefined);
  return { ...stream, slice, value: toValue(stream.roots[0]) };
}

describe('values', () => {
  test('are those of YAML 1.2: `on` is a word, `0o17` a number', () => {
    expect(read('on: yes\na: 0o17\nb: 1e3\nc: ~\nd: "1"\n').value).toEqual({
      on: 'yes',
      a: 15,
      b: 1000,
      c: null,
      d: '1',
    });
  });

  test('of several documents come in order', () => {
    expect(parseYaml('a: 1\n---\nb: 2\n').roots.map(toValue)).toEqual([{ a: 1 }, { b: 2 }]);
  });

  test('behind aliases and merge keys are resolved', () => {
    expect(read('a: &x {k: 1, l: 2}\nb: *x\nc:\n  <<: *x\n  l: 3\n').value).toEqual({
      a: { k: 1, l: 2 },
      b: { k: 1, l: 2 },
      c: { k: 1, l: 3 },
    });
  });
});

describe('positions slice back to the text they name', () => {
  test.each([
    ['plain', 'a: pear tree # c\n', 'pear tree'],
    ['quoted, with its quotes', 'a: "pear\\ttree"\n', '"pear\\ttree"'],
    ['a literal block, with its sign', 'a: |\n  pear\n  tree\n\nb: 1\n', '|\n  pear\n  tree'],
    ['a flow list, to its bracket', 'a: [ 1, 2 ] # c\n', '[ 1, 2 ]'],
    ['a block list', 'a:\n  - 1\n  - 2\nb: 1\n', '- 1\n  - 2'],
    ['behind a byte order mark', '\uFEFFa: pear\n', 'pear'],
    ['with CRLF', 'x: 1\r\na: pear\r\nb: 2\r\n', 'pear'],
  ])('%s', (_, source, text) => {
    const { roots, slice } = read(source);

    expect(slice(at(roots[0], 'a'))).toBe(text);
  });
});

describe('comments', () => {
  test('are found beside code, and not inside scalars', () => {
    const source = '# first\na: "# no" # yes\nb: |\n  # no\nc: x#no\n';

    expect(parseYaml(source).comments.map(({ text }) => text)).toEqual(['first', 'yes']);
  });
});

describe('what is wrong becomes a problem, and the rest is read', () => {
  test('a key that stands twice: the last one counts', () => {
    const { problems, roots } = read('a: 1\na: 2\n');

    expect(at(roots[0], 'a')).toMatchObject({ value: 2 });
    expect(problems).toEqual([
      expect.objectContaining({ severity: 'partial', message: expect.stringContaining('`a`') }),
    ]);
  });

  test('a list whose bracket closes at the column of its key, as Docker and GitHub accept it', () => {
    const { value, problems } = read('a: [\n  1,\n  2\n]\nb: 3\n');

    expect(value).toEqual({ a: [1, 2], b: 3 });
    expect(problems.filter(({ severity }) => severity === 'fatal')).toEqual([]);
  });

  test('an alias bomb is cut', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );

    const { problems, roots } = read(lines.join('\n'));

    expect(problems[0]?.message).toContain('expands to more than');
    expect([...scalarsBelow(roots[0])].length).toBeLessThan(500_000);
  });

  test.each(BAD_TEXTS.map((text) => [JSON.stringify(text.slice(0, 30)), text] as const))(
    '%s never throws',
    (_, text) => {
      expect(() => parseYaml(text)).not.toThrow();
    },
  );
});

describe('quoted texts and brackets that go on at the left margin', () => {
  test('are read as GitHub reads them, and what follows stands where it stands', () => {
    const source = 'jobs:\n  a:\n    name: "one \\\ntwo\nthree"\n    needs: [b,\nc]\n    after: 1\n';
    const { value, problems, roots, slice } = read(source);

    expect(problems).toEqual([]);
    expect(JSON.stringify(value).replace(/ +/g, ' ')).toBe(
      '{"jobs":{"a":{"name":"one two three","needs":["b","c"],"after":1}}}',
    );
    expect(slice(at(roots[0], 'jobs', 'a', 'after'))).toBe('1');
  });

  test('stay broken where nothing closes them', () => {
    expect(read('a:\n  b: "one\ntwo\n').problems).not.toEqual([]);
  });
});

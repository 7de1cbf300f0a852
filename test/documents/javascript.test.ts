import { describe, expect, test } from '@jest/globals';
import { readTokens } from '../../src/documents/javascript/read-tokens.ts';
import { parseJavaScript } from '../../src/documents/javascript.ts';

const words = (text: string) => readTokens(text).tokens.map((token) => token.text);
const readValue = (text: string) => parseJavaScript(`const value = ${text}`).names.get('value')?.values[0];

describe('words', () => {
  test('comments are left out, strings lose their quotes, and a slash divides or begins a pattern', () => {
    expect(words(`a /* b */ / c; // d\nx = /[/'"]+/g.test('it\\'s')`)).toEqual([
      'a',
      '/',
      'c',
      ';',
      'x',
      '=',
      `/[/'"]+/g`,
      '.',
      'test',
      '(',
      "it's",
      ')',
    ]);
  });

  test('a template is read to its end through templates inside it', () => {
    expect(words('`a ${b(`c ${d}`)} e`;f')).toEqual([
      '`',
      'a ',
      '${',
      'b',
      '(',
      '`',
      'c ',
      '${',
      'd',
      '}',
      '`',
      ')',
      '}',
      ' e',
      '`',
      ';',
      'f',
    ]);
  });

  test('what GitHub fills in is one word wherever it stands, with the quotes in it', () => {
    const tokens = readTokens("const a = ${{ contains(x, '`') }}; const b = '${{ join(y, ',') }}'").tokens;

    expect(tokens.filter(({ kind }) => kind === 'filled')).toHaveLength(1);
    expect(tokens.at(-1)?.text).toBe("${{ join(y, ',') }}");
  });
});

describe('values', () => {
  test('a chain of properties, an index and a call', () => {
    expect(readValue("(await a?.b['c'][0])(d)")).toEqual({
      kind: 'call',
      callee: {
        kind: 'member',
        of: {
          kind: 'member',
          of: { kind: 'member', of: { kind: 'name', name: 'a' }, property: 'b' },
          property: 'c',
        },
        property: '*',
      },
      args: [{ kind: 'name', name: 'd' }],
      range: { start: 14, end: 37 },
    });
  });

  test('texts that are put together, and one of several', () => {
    const [a, b] = ['a', 'b'].map((name) => ({ kind: 'name', name }));

    expect(readValue('`x${a}` + b')).toMatchObject({ kind: 'sum', operands: [{ kind: 'sum' }, b] });
    expect(readValue('a || b')).toEqual({ kind: 'choice', options: [a, b] });
    expect(readValue('t ? a : b')).toEqual({ kind: 'choice', options: [a, b] });
    expect(readValue('a && b')).toEqual(b);
  });

  test.each(['!a', 'a === b', 'a - 1', 'a * b', 'typeof a', '3', 'a instanceof B', 'a = b', 'class A {}'])(
    '%s hands no text on',
    (text) => expect(readValue(text) ?? { kind: 'opaque' }).toEqual({ kind: 'opaque' }),
  );
});

describe('a script', () => {
  test('names are bound to what they are taken out of, or to a default', () => {
    const { names } = parseJavaScript('const { data: { title: first = 1 }, ...rest } = a, [second] = b;');
    const data = { kind: 'member', of: { kind: 'name', name: 'a' }, property: 'data' };

    expect(names.get('first')?.values).toEqual([{ kind: 'member', of: data, property: 'title' }, { kind: 'opaque' }]);
    expect(names.get('rest')?.values).toEqual([{ kind: 'opaque' }]);
    expect(names.get('second')?.values).toEqual([{ kind: 'member', of: { kind: 'name', name: 'b' }, property: '*' }]);
  });

  test('only its own results are told, not those of its functions', () => {
    const { results } = parseJavaScript(`
      const f = (x) => { return inner }
      function g() { if (x) { return inner } }
      a.map(function (y) { return inner }).map(async z => { return inner })
      if (bad) { return }
      if (worse) { return early }
      return last`);

    expect(results).toEqual([
      { kind: 'name', name: 'early' },
      { kind: 'name', name: 'last' },
    ]);
  });

  test('a name that two functions have is declared twice', () => {
    const { names } = parseJavaScript('const f = (title) => 1; const g = async title => 2; let title; title = x');

    expect(names.get('title')?.declarations).toBe(3);
  });

  test('calls are found in each other, and know where they stand', () => {
    const text = 'if (a) { core.info(b.c(d)) }';

    expect(parseJavaScript(text).calls.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      'core.info(b.c(d))',
      'b.c(d)',
    ]);
  });
});

describe('hostile scripts are read in time that grows with their length', () => {
  test.each([
    ['open brackets', 'a('],
    ['nested calls', 'a(b,'],
    ['open comments', '/*'],
    ['slashes', '/[/ '],
    ['open templates', '`${'],
    ['open objects', 'const a = {b:'],
    ['arrows', 'a=>'],
    ['properties', 'a.'],
    ['sums', 'a+'],
    ['choices', 'a?b:'],
    ['negations', '!'],
    ['open strings', "x='\\"],
    ['assignments', 'a='],
    ['functions', 'function '],
    ['expressions', "${{ '"],
  ])('%s', (_, piece) => {
    const started = performance.now();
    for (const text of [piece.repeat(100_000 / piece.length), `const z = ${piece.repeat(90_000 / piece.length)}`])
      parseJavaScript(text);

    expect(performance.now() - started).toBeLessThan(3000);
  });
});

import { describe, expect, test } from '@jest/globals';
import { parseJavaScript } from '../../src/documents/javascript.ts';

const readValue = (text: string) => parseJavaScript(`const value = ${text}`).names.get('value')?.values[0];

describe('what GitHub fills in', () => {
  test.each([
    ['${{ a }}', '${{ a }}'],
    ["${{ contains(x, '`}}') }}", "${{ contains(x, '`}}') }}"],
  ])('%s is a value', (text, filled) => expect(readValue(text)).toEqual({ kind: 'filled', text: filled }));

  test.each(["'it\\'s ${{ join(y, ',') }}!'", "\"it\\'s ${{ join(y, ',') }}!\"", "`it\\'s ${{ join(y, ',') }}!`"])(
    '%s is a text with a value in it',
    (text) => {
      const sum = {
        kind: 'sum',
        operands: [
          { kind: 'text', value: "it\\'s " },
          { kind: 'filled', text: "${{ join(y, ',') }}" },
          { kind: 'text', value: '!' },
        ],
      };
      expect([sum, { kind: 'sum', operands: [sum] }]).toContainEqual(readValue(text));
    },
  );

  test('a name that it is only a part of is not known, nor is a property', () => {
    expect(readValue('a${{ b }}')).toEqual({ kind: 'opaque' });
    expect(readValue('a.${{ b }}')).toEqual({ kind: 'member', of: { kind: 'name', name: 'a' }, property: '*' });
  });

  test('ranges stay those of the text', () => {
    const text = "a('${{ b }}'); if (${{ c }}) d(${{ e }}, f)";

    expect(parseJavaScript(text).calls.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      "a('${{ b }}')",
      'd(${{ e }}, f)',
    ]);
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

describe('a script that cannot be parsed tells nothing, and why', () => {
  test.each([
    ['code that GitHub fills in', 'const a = b ${{ inputs.more }}'],
    ['an open bracket', 'core.info(a'],
    ['100,000 brackets', '('.repeat(50_000) + ')'.repeat(50_000)],
    ['100,000 brackets that are not closed', '['.repeat(100_000)],
    ['functions in functions', '()=>'.repeat(20_000)],
    ['elses', `${'if(a){}else '.repeat(8000)};`],
    ['sums without end', `${'a+'.repeat(40_000)}a`],
    ['groups in groups of a pattern', `/${'(?:(?<a>)|'.repeat(1000)}${')'.repeat(1000)}/`],
    ['a pattern of brackets', `/${'('.repeat(40_000)}${')'.repeat(40_000)}/.test(a)`],
  ])('%s', (_, text) => {
    expect(parseJavaScript(text)).toMatchObject({ problem: 'not parsed', calls: [], results: [] });
  });

  test('a bundle', () => expect(parseJavaScript('a();'.repeat(25_001)).problem).toBe('too long'));

  test('a statement that GitHub fills in may declare what it likes', () => {
    expect(parseJavaScript('${{ inputs.setup }}\nfs.readFileSync(a)').fillsInCode).toBe(true);
    expect(parseJavaScript('run(${{ inputs.setup }})').fillsInCode).toBe(false);
  });
});

describe('a long script is read in time that grows with its length', () => {
  const names = Array.from({ length: 9000 }, (_, i) => `a${i}`).join();

  test.each([
    ['properties', `a${'.a'.repeat(49_000)}`],
    ['calls of calls', `a${'()'.repeat(49_000)}`],
    ['nested calls', `${'a([1,2,3,4,5,6,7,8],'.repeat(90)}b${')'.repeat(90)};`.repeat(40)],
    ['sums', `${`x = ${'a+'.repeat(900)}a;`.repeat(50)}`],
    ['choices', `${`x = ${'a||'.repeat(900)}a;`.repeat(30)}`],
    ['negations', `${'!'.repeat(900)}a;`.repeat(100)],
    ['names', `let ${names}`],
    ['names that are taken out', `const [${names}] = b`],
    ['names that are assigned', `[${'a,'.repeat(49_000)}] = b`],
    ['names in blocks', `${'{'.repeat(190)}${'var a;'.repeat(14_000)}${'}'.repeat(190)}`],
    ['patterns in patterns', `const ${'{a:'.repeat(190)}b${'={}}'.repeat(190)} = c`],
    ['patterns', '/[/(a)]+(?<b>c)/;'.repeat(90)],
    ['what GitHub fills in', "'${{a}}';".repeat(11_000)],
    ['comparisons', `a${'.b'.repeat(48)}!='a';`.repeat(900)],
    ['a comment', `/*${'a'.repeat(90_000)}*/`],
  ])('%s', (_, text) => {
    const started = process.cpuUsage();

    expect(parseJavaScript(text).problem).toBeUndefined();
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });

  test.each([
    ['open brackets', 'a('],
    ['open comments', '/*'],
    ['slashes', '/[/ '],
    ['open templates', '`${'],
    ['open objects', 'const a = {b:'],
    ['arrows', 'a=>'],
    ['choices', 'a?b:'],
    ['open strings', "x='\\"],
    ['assignments', 'a='],
    ['functions', 'function '],
    ['expressions', "${{ '"],
  ])('%s without end', (_, piece) => {
    const started = process.cpuUsage();

    for (const text of [piece.repeat(100_000 / piece.length), `const z = ${piece.repeat(90_000 / piece.length)}`])
      expect(parseJavaScript(text).problem).toBe('not parsed');
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import { argument, type PythonView, parsePython } from '../../src/documents/python.ts';
import { sliceOf } from '../../src/documents/source-text.ts';
import { loadGrammars } from '../../src/documents/syntax-tree.ts';
import { BAD_TEXTS } from './bad-texts.ts';

beforeAll(() => loadGrammars(['python']));

const view = (source: string): PythonView => parsePython('train.py', 'head', source).view;
const call = (source: string, index = 0) => {
  const found = view(source).calls[index];
  if (!found) throw new Error(`no call ${index} in ${source}`);
  return found;
};

describe('imports', () => {
  test('resolve names through aliases, from-imports and relative modules', () => {
    const { aliases } = view(
      'import numpy as np, os.path\nfrom sklearn.svm import SVC as C\nfrom . import y\nfrom ..a.b import c',
    );
    expect(Object.fromEntries(aliases)).toEqual({
      np: 'numpy',
      os: 'os.path',
      C: 'sklearn.svm.SVC',
      y: '.y',
      c: '..a.b.c',
    });
  });

  test('resolve the names of calls', () => {
    expect(call('import numpy as np\nnp.random.seed(1)').resolved).toBe('numpy.random.seed');
    expect(call('import os.path\nos.path.join(a)').resolved).toBe('os.path.join');
    expect(call('from datasets import load_dataset as ld\nld("x")["train"].train_test_split()', 1)).toMatchObject({
      callee: 'ld()[].train_test_split',
      resolved: 'datasets.load_dataset()[].train_test_split',
    });
    expect(call('dataset.train_test_split()').resolved).toBe('dataset.train_test_split');
  });

  test.each([
    ['import sklearn.svm', true],
    ['from google.cloud import aiplatform', true],
    ['import airflow, pandas', true],
    ['import airflow', false],
    ['import pandas, numpy', false],
    ['from .torch import x', false],
    ['import torchy', false],
  ])('%s: machine learning %s', (source, expected) => {
    expect(view(source).isMachineLearning).toBe(expected);
  });
});

describe('a call', () => {
  const source = 'SEED = 42\n\ndef f(y):\n    a, b = split(X, "é😀", test_size=0.2, random_state=SEED, *z, **q)  # c\n';

  test('knows where it, its name, its arguments and its statement stand', () => {
    const found = call(source);
    expect(sliceOf(source, found.range)).toBe('split(X, "é😀", test_size=0.2, random_state=SEED, *z, **q)');
    expect(sliceOf(source, found.calleeRange)).toBe('split');
    expect(sliceOf(source, found.argsRange)).toBe('X, "é😀", test_size=0.2, random_state=SEED, *z, **q');
    expect(sliceOf(source, found.statementRange)).toBe(`a, b = ${sliceOf(source, found.range)}`);
    expect(found.args.map((arg) => sliceOf(source, arg.range))).toEqual([
      'X',
      '"é😀"',
      'test_size=0.2',
      'random_state=SEED',
    ]);
    expect(found).toMatchObject({ functionName: 'f', hasStarArgs: true, hasDoubleStarArgs: true });
  });

  test('has the values of literals and of module constants', () => {
    expect(argument(call(source), 'random_state')?.value.value).toBe(42);
    expect(argument(call(source), 'test_size')?.value.value).toBe(0.2);
    expect(argument(call(source), 'text', 1)?.value.value).toBe('é😀');
  });

  test('does not take a parameter, a changed name or a global for a constant', () => {
    const last = (text: string) => view(text).calls.at(-1)?.args[0]?.value.value;
    expect(last('S = 1\ndef f(S):\n  g(S)')).toBeUndefined();
    expect(last('S = 1\nS = 2\ng(S)')).toBeUndefined();
    expect(last('S = 1\nif x:\n  S = 2\ng(S)')).toBeUndefined();
    expect(last('S = 1\ndef f():\n  global S\n  S = 3\ng(S)')).toBeUndefined();
    expect(last('S = 1\ndef f():\n  g(S)')).toBe(1);
  });

  test('comes in reading order, and counts its equals in its function', () => {
    const { calls } = view('f(g())\na().b().c()\ndef h():\n  f()\n  f()\n');
    expect(calls.map((one) => one.callee)).toEqual(['f', 'g', 'a', 'a().b', 'a().b().c', 'f', 'f']);
    expect(calls.map((one) => one.ordinal)).toEqual([0, 0, 0, 0, 0, 0, 1]);
  });

  test('knows what its variable was assigned from', () => {
    const text =
      'from a import M, N\nm = M()\nm.fit()\nm = N()\nm.fit()\nclass T:\n  def s(self):\n    self.m = M()\n  def t(self):\n    self.m.fit()\n';
    const { calls } = view(text);
    expect(calls.filter((one) => one.callee.endsWith('fit')).map((one) => one.receiver)).toEqual(['a.M', 'a.N', 'a.M']);
  });

  test('knows its context managers, loops, await and qualified function', () => {
    const text =
      'import torch\nclass T:\n  async def e(self):\n    with torch.no_grad(), open(p) as f:\n      for x in xs():\n        await self.go(x)\n';
    const go = view(text).calls.find((one) => one.callee === 'self.go');
    expect(go).toMatchObject({
      functionName: 'T.e',
      within: ['torch.no_grad', 'open'],
      inLoop: true,
      isAwaited: true,
    });
    expect(view(text).calls.find((one) => one.callee === 'xs')).toMatchObject({ inLoop: false, isAwaited: false });
  });
});

describe('other parts of a module', () => {
  test('functions and classes have qualified names, parameters, decorators and ranges', () => {
    const source = 'class A(B):\n  @d.e(1)\n  def m(self, x: int = 1, *args, k="v", **kw):\n    pass\n';
    const { functions, classes } = view(source);
    expect(classes).toMatchObject([{ name: 'A', bases: [{ text: 'B' }] }]);
    expect(functions).toMatchObject([{ name: 'A.m', isAsync: false, decorators: [{ resolved: 'd.e' }] }]);
    const [method] = functions;
    expect(method && sliceOf(source, method.nameRange)).toBe('m');
    expect(method && sliceOf(source, method.bodyRange)).toBe('pass');
    expect(method?.parameters.map((one) => [one.name, one.annotation, one.default?.value])).toEqual([
      ['self', undefined, undefined],
      ['x', 'int', 1],
      ['*args', undefined, undefined],
      ['k', undefined, 'v'],
      ['**kw', undefined, undefined],
    ]);
  });

  test('assignments have a target, a value and a function', () => {
    const source = 'a = b = -1\nx, y = 1, None\np, q = f()\nn += 1\nos.environ["K"] = "v"\nz: int = 3\nw: int\n';
    expect(view(source).assignments.map((one) => [one.name, one.value.value, one.unpacked, one.augmented])).toEqual([
      ['a', -1, false, false],
      ['b', -1, false, false],
      ['x', 1, false, false],
      ['y', null, false, false],
      ['p', undefined, true, false],
      ['q', undefined, true, false],
      ['n', 1, false, true],
      ['os.environ["K"]', 'v', false, false],
      ['z', 3, false, false],
    ]);
  });

  test('comparisons say what they guard', () => {
    const source =
      'assert score >= 0.9\nif 0 < acc < LIMIT:\n  raise ValueError(acc)\nif acc not in xs:\n  print(1)\nif loss > 1:\n  sys.exit(1)\n';
    expect(view(source).comparisons.map((one) => [sliceOf(source, one.range), one.operator, one.guards])).toEqual([
      ['score >= 0.9', '>=', 'assert'],
      ['0 < acc', '<', 'raise'],
      ['acc < LIMIT', '<', 'raise'],
      ['acc not in xs', 'not in', 'none'],
      ['loss > 1', '>', 'raise'],
    ]);
    expect(view(source).asserts).toMatchObject([{ condition: { text: 'score >= 0.9' } }]);
  });

  test('attributes are those that are not called', () => {
    const { attributes } = view('import numpy as np\na = np.bool\nb = df.values.tolist()\nf(df.values)\n');
    expect(attributes.map((one) => one.resolved)).toEqual(['numpy.bool', 'df.values']);
  });

  test('except clauses know what they catch and what they do', () => {
    const source =
      'def f():\n  try:\n    g()\n  except (KeyError, a.B) as e:\n    log(e)\n    return None\n  except:\n    "why"\n    pass\n';
    const { handlers } = view(source);
    expect(handlers.map(({ caught }) => caught.map(({ text }) => text))).toEqual([['KeyError', 'a.B'], []]);
    expect(handlers.map(({ statements }) => statements.map(({ kind }) => kind))).toEqual([
      ['call', 'return'],
      ['text', 'pass'],
    ]);
    expect(handlers.map(({ range }) => sliceOf(source, range))).toEqual(['except (KeyError, a.B) as e:', 'except:']);
    expect(handlers[0]).toMatchObject({ functionName: 'f' });
    expect(sliceOf(source, handlers[0]?.tryRange ?? { start: 0, end: 0 })).toBe('g()');
  });

  test('a decorated function knows the names it takes from outside', () => {
    const source =
      'import os\n@step\ndef f(a: T, b=C):\n  import json\n  x = [y.z for y in rows if y]\n  with open(a) as h:\n    g(x, h, key=os.sep)\n  return json.dumps(LIMIT)\ndef plain():\n  return os\n';
    const { functions } = view(source);
    expect(functions.map(({ freeNames }) => freeNames.map(({ name }) => name))).toEqual([
      ['rows', 'open', 'g', 'os', 'LIMIT'],
      [],
    ]);
  });

  test.each([
    ['"a\\x41\\n\\u00e9"', 'aA\né'],
    ['r"\\n"', '\\n'],
    ['"a" \'b\'', 'ab'],
    ['f"{{x}}"', '{x}'],
    ['"""a\nb"""', 'a\nb'],
    ['1_000', 1000],
    ['0x10', 16],
    ['1e-3', 0.001],
    ['True', true],
    ['None', null],
    ['f"{x}"', undefined],
    ['b"x"', undefined],
    ['x + 1', undefined],
  ])('the value of %s', (text, value) => {
    expect(view(`v = ${text}\n`).assignments[0]?.value.value).toBe(value);
  });

  test('comments know their text and place', () => {
    const source = 'x = 1  # pipewright: ignore[x] because\n# "é"\n';
    const { comments } = parsePython('a.py', 'head', source);
    expect(comments.map((one) => one.text)).toEqual(['pipewright: ignore[x] because', '"é"']);
    expect(comments.map((one) => sliceOf(source, one.range))).toEqual(['# pipewright: ignore[x] because', '# "é"']);
  });
});

describe('broken Python', () => {
  test('keeps what surrounds the error and names the line', () => {
    const { view: found, problems } = parsePython('a.py', 'head', 'import torch\ndef f(:\n  pass\ntorch.save(m)\n');
    expect(found.calls.map((one) => one.resolved)).toContain('torch.save');
    expect(problems[0]).toMatchObject({ severity: 'partial', message: 'This is not valid Python: `def f(:`' });
  });

  test('reads CRLF and a byte order mark', () => {
    const source = '\ufeffa = 1\r\nb = f(\r\n  a)\r\n';
    const { view: found, problems } = parsePython('a.py', 'head', source);
    expect(problems).toEqual([]);
    expect(found.calls.map((one) => sliceOf(source, one.range))).toEqual(['f(\r\n  a)']);
  });

  test.each(BAD_TEXTS.map((text) => [JSON.stringify(text).slice(0, 30), text]))('never throws: %s', (_, source) => {
    expect(() => view(source)).not.toThrow();
  });
});

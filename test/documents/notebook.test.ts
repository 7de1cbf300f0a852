import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseNotebook } from '../../src/documents/notebook.ts';
import { sliceOf } from '../../src/documents/source-text.ts';
import { loadGrammars } from '../../src/documents/syntax-tree.ts';
import { BAD_TEXTS } from './bad-texts.ts';

beforeAll(() => loadGrammars(['python']));

const read = (cells: readonly object[], metadata: object = {}) => {
  const source = JSON.stringify({ cells, metadata, nbformat: 4 }, null, 1);
  return parseNotebook('train.ipynb', 'head', source);
};
const code = (source: string | readonly string[], more: object = {}) => ({
  cell_type: 'code',
  source,
  outputs: [],
  ...more,
});

describe('a notebook', () => {
  test('maps ranges of a cell to the file, through escapes and lines', () => {
    const lines = ['import pandas as pd\n', 'x = pd.read_csv("a\té\\n😀")\n', 'f(\n', '  x)'];
    const { source, view } = read([code(lines)]);
    const [cell] = view.cells;
    expect(cell?.sourceText).toBe(lines.join(''));
    const shown = cell?.python?.calls.map((call) => [call.resolved, sliceOf(source, cell.toFileRange(call.range))]);
    expect(shown?.[0]).toEqual(['pandas.read_csv', JSON.stringify('pd.read_csv("a\té\\n😀")').slice(1, -1)]);
    expect(shown?.[1]?.[1]).toMatch(/^f\(\\n",\s+" {2}x\)$/);
  });

  test('maps every character of every cell', () => {
    const text = 'a"b\\c\n\tüé😀\u0001 "';
    const { source, view } = read([code(text), { cell_type: 'markdown', source: [text, text] }]);
    for (const cell of view.cells) {
      for (const [index, character] of [...cell.sourceText].entries()) {
        const start = [...cell.sourceText].slice(0, index).join('').length;
        const raw = sliceOf(source, cell.toFileRange({ start, end: start + character.length }));
        expect(JSON.parse(`"${raw}"`)).toBe(character);
      }
    }
  });

  test('lets a cell know the imports and constants of the cells before it', () => {
    const { view } = read([code('import numpy as np\nSEED = 7'), code('np.random.seed(SEED)')]);
    expect(view.cells[1]?.python?.calls[0]).toMatchObject({
      resolved: 'numpy.random.seed',
      args: [{ value: { value: 7 } }],
    });
    expect(view.packages).toEqual(new Set(['numpy']));
  });

  test('reads around lines for IPython', () => {
    const text = '!pip install foo \\\n  bar\n%time f(x)\nfiles = !ls\ndf?\nif y:\n    %matplotlib inline\ng(1)';
    const { view, problems } = read([code(text)]);
    const [cell] = view.cells;
    expect(problems).toEqual([]);
    expect(cell?.python?.calls.map((call) => call.callee)).toEqual(['f', 'g']);
    expect(cell?.magics.map((magic) => magic.text)).toEqual([
      '!pip install foo \\\n  bar',
      '%time f(x)',
      '!ls',
      'df?',
      '%matplotlib inline',
    ]);
    for (const magic of cell?.magics ?? []) expect(text.slice(magic.range.start, magic.range.end)).toBe(magic.text);
  });

  test('keeps Python that only looks like magic, and leaves other languages alone', () => {
    const { view, problems } = read([code('x = (a\n% b)\nf()'), code('%%bash\nrm -rf $x'), code('%%time\nf()')]);
    expect(problems).toEqual([]);
    expect(view.cells.map((cell) => cell.python?.calls.length)).toEqual([1, undefined, 1]);
    expect(view.cells.map((cell) => cell.magics.length)).toEqual([0, 1, 1]);
  });

  test('has ids, tags, counts and the texts of outputs, without pictures', () => {
    const outputs = [
      { output_type: 'stream', name: 'stdout', text: ['AKIA\n', 'b "q"'] },
      { output_type: 'display_data', data: { 'image/png': 'AAAA', 'text/plain': 'plot' } },
    ];
    const { source, view } = read([code('1', { id: 'x1', execution_count: 3, metadata: { tags: ['t'] }, outputs })]);
    const [cell] = view.cells;
    expect(cell).toMatchObject({ id: 'x1', executionCount: 3, tags: ['t'], type: 'code' });
    expect(cell?.outputs.map((one) => [one.type, one.texts.map((text) => text.text)])).toEqual([
      ['stream', ['AKIA\n', 'b "q"']],
      ['display_data', ['plot']],
    ]);
    const [first] = cell?.outputs[0]?.texts ?? [];
    expect(first && sliceOf(source, first.range)).toBe('AKIA\\n');
  });

  test('is skipped with a reason where it is not Python', () => {
    const { view, problems } = read([code('x <- 1')], { kernelspec: { language: 'R' } });
    expect(problems).toMatchObject([{ severity: 'skipped', message: expect.stringContaining('written in r') }]);
    expect(view.cells[0]?.python).toBeUndefined();
  });

  test('puts a broken cell in its place and still reads the others', () => {
    const { source, problems, view } = read([code('def f(:'), code('g()')]);
    expect(problems[0]?.severity).toBe('partial');
    expect(problems[0]?.range.start).toBeGreaterThanOrEqual(source.indexOf('def'));
    expect(view.cells[1]?.python?.calls).toHaveLength(1);
  });

  test('keeps the cells before broken JSON', () => {
    const { view, problems } = parseNotebook(
      'a.ipynb',
      'head',
      '{"cells": [{"cell_type": "code", "source": "f()"}, <<<<',
    );
    expect(view.cells).toHaveLength(1);
    expect(problems).toMatchObject([{ severity: 'fatal' }]);
  });

  test.each(BAD_TEXTS.map((text) => [JSON.stringify(text).slice(0, 30), text]))('never throws: %s', (_, source) => {
    expect(() => parseNotebook('a.ipynb', 'head', source)).not.toThrow();
    expect(() => read([code(source)])).not.toThrow();
  });
});

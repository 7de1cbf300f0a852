import { describe, expect, test } from '@jest/globals';
import { findQuote } from '../../src/judge/anchor-quote.ts';
import type { Change, ChangedFile } from '../../src/types.ts';
import { sampleReview } from '../support/sample-review.ts';

const train: ChangedFile = {
  path: 'src/train.py',
  previousPath: 'train.py',
  kind: 'python',
  status: 'renamed',
  hunks: [
    {
      oldStart: 10,
      oldLines: 4,
      newStart: 12,
      newLines: 4,
      lines: [
        ' def split(frame):',
        '-    return fit(frame, seed=42)',
        '+    model = fit(frame)',
        ' ',
        '     publish(model, frame)',
      ],
    },
    {
      oldStart: 40,
      oldLines: 1,
      newStart: 42,
      newLines: 2,
      lines: [' ', '+    publish(model, frame)', '\\ No newline at end of file'],
    },
  ],
};
const serve: ChangedFile = {
  path: 'src/serve.py',
  kind: 'python',
  status: 'modified',
  hunks: [
    {
      oldStart: 1,
      oldLines: 0,
      newStart: 1,
      newLines: 2,
      lines: ['+    model = fit(frame)', '+    app.run(debug=True, port=80)'],
    },
  ],
};
function anchorQuote(quote: string, path: string, change: Change) {
  const found = findQuote(quote, path, change);
  return found.state === 'found' ? found.anchor : found.state;
}
const change: Change = { ...sampleReview.change, files: [train, serve] };

describe('a quote is anchored where it stands', () => {
  test('on a line of the head', () => {
    expect(anchorQuote('app.run(debug=True', 'src/serve.py', change)).toMatchObject({
      path: 'src/serve.py',
      side: 'head',
      startLine: 2,
      endLine: 2,
    });
  });

  test('on a deleted line, in the base and under its old path', () => {
    expect(anchorQuote('return fit(frame, seed=42)', 'src/train.py', change)).toMatchObject({
      path: 'train.py',
      side: 'base',
      startLine: 11,
    });
  });

  test('on several lines, context included', () => {
    expect(anchorQuote('model = fit(frame)\n\n    publish(model, frame)', 'src/train.py', change)).toMatchObject({
      startLine: 13,
      endLine: 15,
    });
  });

  test('with other white space', () => {
    expect(anchorQuote('  app.run( debug=True,\n  port=80 )', 'src/serve.py', change)).toMatchObject({
      startLine: 2,
      endLine: 2,
    });
  });

  test('in the one file that has it, when the path is wrong', () => {
    expect(anchorQuote('app.run(debug=True, port=80)', 'elsewhere.py', change)).toMatchObject({ path: 'src/serve.py' });
  });

  test('in the named file, when two have it', () => {
    expect(anchorQuote('model = fit(frame)', 'src/serve.py', change)).toMatchObject({
      path: 'src/serve.py',
      startLine: 1,
    });
  });
});

test('a quote knows whether the change touches what it quotes', () => {
  expect(anchorQuote('app.run(debug=True', 'src/serve.py', change)).toMatchObject({ changed: true });
  expect(anchorQuote('def split(frame):', 'src/train.py', change)).toMatchObject({ changed: false });
});

describe('a quote has no anchor', () => {
  test.each([
    ['that is too short', 'fit(frame)', 'src/train.py', 'short'],
    ['of white space', ' '.repeat(40), 'src/train.py', 'short'],
    ['that is not in the change', 'os.system("rm -rf /")', 'src/train.py', 'absent'],
    ['that stands twice in its file', 'publish(model, frame)', 'src/train.py', 'ambiguous'],
    ['that stands in two files, neither of them named', 'model = fit(frame)', 'elsewhere.py', 'ambiguous'],
    ['over two hunks', 'publish(model, frame)\n\n    publish(model, frame)', 'src/train.py', 'absent'],
  ])('%s', (_what, quote, path, why) => {
    expect(anchorQuote(quote, path, change)).toBe(why);
  });
});

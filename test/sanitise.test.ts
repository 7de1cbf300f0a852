import { describe, expect, test } from '@jest/globals';
import { codeParts, codeSpan, escapeHtml, isSpeakable, markdownText, plainText, tableCell } from '../src/sanitise.ts';

describe('plain text', () => {
  test.each([
    ['colours and window titles', '\u001b[31mred\u001b[0m \u001b]0;title\u0007end', 'red end'],
    ['bidirectional overrides', 'a\u202Eb\u2066c\u061Cd', 'abcd'],
    ['zero-width characters and soft hyphens', 'a\u200Bb\u200Dc\u00ADd\uFE0Fe', 'abcde'],
    ['Unicode tags', 'a\u{E0041}\u{E0042}b', 'ab'],
    ['control characters', 'a\u0000b\u0008c\u009bd', 'abcd'],
    ['line breaks of every kind', 'a\r\nb\u2028c\u0085d\te', 'a b c d e'],
    ['halves of characters', 'a\ud800b', 'a\ufffdb'],
    ['commands to the runner at the start', '::set-output name=a::b', ': :set-output name=a::b'],
    ['old commands to the runner anywhere', 'x ##[error]y', 'x ## [error]y'],
  ])('loses %s', (_what, given, expected) => {
    expect(plainText(given)).toBe(expected);
  });

  test('keeps what names in code look like', () => {
    expect(plainText('AWS::S3::Bucket über 模型 🚀')).toBe('AWS::S3::Bucket über 模型 🚀');
  });

  test('has an end', () => {
    expect(plainText('x'.repeat(100_000)).length).toBeLessThanOrEqual(4000);
  });
});

describe('Markdown text', () => {
  test.each([
    ['HTML', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['an HTML comment, which could be one of our markers', '<!-- pipewright -->', '&lt;!-- pipewright --&gt;'],
    ['entities', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['a mention', 'ping @octocat now', 'ping `@octocat` now'],
    ['a mention of a team', '(@acme/admins)', '(`@acme/admins`)'],
    ['a link', '[a](b)', '\\[a\\](b)'],
    ['an image', '![a](b)', '!\\[a\\](b)'],
    ['an address', 'see https://evil.example/x?y=1.', 'see `https://evil.example/x?y=1`.'],
    ['an address without a scheme', 'www.evil.example', '`www.evil.example`'],
    ['an address behind an underscore', 'a_www.evil.example', '`a_www.evil.example`'],
    ['an e-mail address', 'a.b@evil.example', '`a.b@evil.example`'],
    ['an e-mail address that hardly looks like one', 'a@_evil.example', '`a@_evil.example`'],
    ['an issue', 'fixes #12', 'fixes `#12`'],
    ['an issue elsewhere', 'acme/churn#12 GH-7', '`acme/churn#12` `GH-7`'],
    ['emphasis', '*a* _b_ ~~c~~', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~'],
    ['mathematics', '$x$', '\\$x\\$'],
    ['an unclosed code span', 'a `b', 'a \\`b'],
    ['a fence', '```\nx', '\\`\\`\\` x'],
    ['a heading', '# a', '\\# a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '1. a', '1\\. a'],
    ['a command to the runner', 'a ::error::b', 'a :\\:error:\\:b'],
  ])('does not become %s', (_what, given, expected) => {
    expect(markdownText(given)).toBe(expected);
  });

  test('keeps code spans as they are', () => {
    expect(markdownText('The job `deploy_*` lost `@v2 <b>`.')).toBe('The job `deploy_*` lost `@v2 <b>`.');
    expect(markdownText('lost `` a`b ``')).toBe('lost ``a`b``');
  });

  test('leaves versions, decimals and action references readable', () => {
    expect(markdownText('0.82')).toBe('0.82');
    expect(markdownText('`actions/checkout@v4` moved')).toBe('`actions/checkout@v4` moved');
  });

  test('does not let two code spans grow together', () => {
    expect(markdownText('`a`@octocat')).toBe('`a` `@octocat`');
  });
});

describe('code', () => {
  test.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a\n```\nb', '````a ``` b````'],
    ['', '(empty)'],
  ])('%j is shown as it is', (given, expected) => {
    expect(codeSpan(given)).toBe(expected);
  });

  test('a pipe does not end a cell, whatever stands before it', () => {
    expect(tableCell('a | `b|c`')).toBe('a \\| `b\\|c`');
    expect(tableCell('`a\\|b*`')).toBe('<code>a&#92;&#124;b&#42;</code>');
  });

  test('parts are text and code in turn', () => {
    expect(codeParts('lost `a` and ``b`c``')).toEqual([
      { code: false, text: 'lost ' },
      { code: true, text: 'a' },
      { code: false, text: ' and ' },
      { code: true, text: 'b`c' },
    ]);
  });

  test('HTML is text in content and in attributes', () => {
    expect(escapeHtml(`<a href="x" b='y'>&`)).toBe('&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;');
  });
});

describe('a credential', () => {
  // Put together here, so that no scanner takes this file for a leak.
  const token = ['ghp', 'a1B2'.repeat(9)].join('_');

  test.each([
    ['plain text', plainText(`uses ${token} twice`), 'uses [redacted: GitHub token] twice'],
    ['Markdown', markdownText(`uses \`x/${token}\``), 'uses `x/[redacted: GitHub token]`'],
    ['code', codeSpan(token), '`[redacted: GitHub token]`'],
    [
      'code with nothing in between',
      codeSpan(`${token.slice(0, 9)}\u200b${token.slice(9)}`),
      '`[redacted: GitHub token]`',
    ],
  ])('is not said in %s', (_what, said, expected) => {
    expect(said).toBe(expected);
  });

  test.each([
    ['a credential', token, false],
    ['text from right to left', 'a \u202e b', false],
    ['nothing with a width of zero', 'a\u200bb', false],
    ['emoji', '\tdone \u2714\ufe0f \u{1f469}\u200d\u{1f4bb}', true],
  ])('a line with %s can be said as it is, or not', (_what, line, speakable) => {
    expect(isSpeakable(`- run: make # ${line}`)).toBe(speakable);
  });
});

describe('the rest of a word that was made code', () => {
  test.each(['#1@octocat', '@a@octocat', '_https://x.y@octocat', 'x`c`@octocat', '(#1,@octocat)', '*@octocat*'])(
    'is no mention of its own: %s',
    (text) => {
      expect(markdownText(text).replace(/(`+)[^`]+\1/g, '<code>')).not.toContain('@');
    },
  );
});

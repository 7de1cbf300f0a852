import { describe, expect, test } from '@jest/globals';
import { markerKey, writeMarker } from '../../src/github/comments/markers.ts';
import { codeFence, codeSpan, escapeHtml, markdownText, tableCell } from '../../src/sanitise.ts';
import { activeMarkdown } from '../support/published/active-markdown.ts';
import { foreignMarkers } from '../support/published/foreign-markers.ts';
import { hiddenCharacters } from '../support/published/hidden-characters.ts';
import { foreignElements } from '../support/published/html-elements.ts';
import { leakedPieces, leakedSecrets } from '../support/published/leaked-pieces.ts';
import { ANNOTATION, runnerCommands } from '../support/published/runner-commands.ts';
import { CANARIES } from './canaries.ts';

/* A check that cannot fail would pass every attack: each is shown what it must see. */

describe('what GitHub would make active', () => {
  test.each([
    ['a mention', 'thanks @octocat', 'mention @octocat'],
    ['a team', '(@acme/admins)', 'mention @acme/admins'],
    ['a mention behind an escape', '\\@octocat', 'mention @octocat'],
    ['a mention in an entity', '&#64;octocat &#x40;hubot', 'mention @octocat'],
    ['a mention behind an emphasis', 'a**@octocat**', 'mention @octocat'],
    ['a mention behind code', '`x`@octocat', 'mention @octocat'],
    ['a mention between backticks that do not match', '`@octocat ``', 'mention @octocat'],
    ['a mention in a cell that ends inside of code', '| `a | @octocat` |', 'mention @octocat'],
    ['a mention behind a fence', '```\ncode\n```\n@octocat', 'mention @octocat'],
    ['a mention behind a fence of tildes', '~~~\n```\n~~~\n@octocat', 'mention @octocat'],
    ['a link', '[x](https://evil.example)', 'link ](https://evil.example)'],
    ['an image', '![](https://evil.example/p.png)', 'link ](https://evil.example/p.png)'],
    ['a link by reference', '[x][1]', 'link ]['],
    ['the target of a reference', '[1]: https://evil.example', 'link ]:'],
    ['a footnote', 'x[^1]', 'link [^'],
    ['an address', 'see https://evil.example', 'address https://evil.example'],
    ['an address behind an underscore', 'a\\_www.evil.example', 'address www.evil.example'],
    ['an address of mail', 'a@_evil.example', 'e-mail address a@_evil.example'],
    ['an element', '<img src=x>', 'element <img'],
    ['an address in angle brackets', '<https://evil.example>', 'element <https://evil.example'],
    ['a comment', '<!-- x -->', 'comment <!-- x -->'],
    ['an open comment', 'x <!-- y', 'element <!--'],
    ['an issue', 'see #12', 'reference #12'],
    ['an issue elsewhere', 'acme/churn#12', 'reference acme/churn#12'],
    ['an issue in letters', 'gh-12', 'reference gh-12'],
    ['a commit', 'as of 0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d', `commit ${'0a1b2c3d'.repeat(5)}`],
    ['a link in a graph', '```mermaid\ngraph LR\n  a["b"]\n  click a "https://x"\n```', 'graph   click a "https://x"'],
  ])('%s is seen', (_what, text, found) => {
    expect(activeMarkdown(text)).toContain(found);
  });

  test.each([
    ['code', '`@octocat` ``[x](y) ` #1``'],
    ['code over two lines', '`a\n@octocat`'],
    ['a fence', '```yaml\n@octocat <img> #1\n```'],
    ['a fence that nothing closes', '````\n```\n@octocat'],
    ['what we write ourselves', '<details><summary>x</summary>\n\n**a** <sub>b</sub><br>\n\n</details>'],
    ['a marker', `<!-- pipewright summary - ${'0'.repeat(32)} -->`],
    ['escapes', '\\[x\\]\\(y\\) \\<img\\> 1 \\# 2'],
    ['a cell with a pipe', '| `a\\|@octocat` |'],
  ])('%s is nothing', (_what, text) => {
    expect(activeMarkdown(text)).toEqual([]);
  });

  test('what our own sanitiser makes of all of it is nothing', () => {
    const evil = '@a [x](https://y) <b> #1 `z` www.e.example &#64;b a@_b.c | \\| `q|@r`';
    const safe = [
      markdownText(evil),
      codeSpan(evil),
      codeFence('text', [evil]),
      `| ${tableCell(markdownText(evil))} |`,
    ];
    expect(safe.flatMap(activeMarkdown)).toEqual([]);
  });
});

test.each([
  ['text from right to left', 'a\u202eb', ['U+202E']],
  ['nothing with a width of zero', 'a\u200bb\u2060', ['U+200B', 'U+2060']],
  ['tags', 'a\u{e0041}', ['U+E0041']],
  ['escapes of a terminal', '\u001b[2J', ['U+1B']],
  ['a soft hyphen', 'java\u00adscript', ['U+AD']],
  ['nothing', 'plain\n\ttext', []],
])('hidden characters: %s', (_what, text, found) => {
  expect(hiddenCharacters(text)).toEqual(found);
});

test.each([
  ['a command', 'a\n::error::x', ['::error::x']],
  ['an indented command', '   ::add-mask::x', ['   ::add-mask::x']],
  ['a command behind a carriage return', 'a\r::error::x', ['::error::x']],
  ['an old command anywhere', 'a ##[group]b', ['a ##[group]b']],
  ['two colons in a sentence', 'std::vector and a :: b', []],
  ['our own annotation', '::warning file=a.yml,line=1::x', []],
])('commands to a runner: %s', (_what, text, found) => {
  expect(runnerCommands(text, ANNOTATION)).toEqual(found);
});

test.each([
  ['a link', '<a href="x">', ['<a href="x">']],
  ['an image', '<p><img src=x></p>', ['<img src=x>']],
  ['a handler', '<p onclick="x">', ['<p onclick="x">']],
  ['an element that does not end', '<p>x</p><script', ['<script']],
  ['ours', `<p class="quiet">${escapeHtml('<img src=x>')}</p>`, []],
])('elements of a page: %s', (_what, page, found) => {
  expect(foreignElements(page)).toEqual(found);
});

describe('markers', () => {
  const scope = { key: markerKey('secret'), repository: 'acme/churn', number: 7 };
  const genuine = writeMarker(scope, { kind: 'waived', subject: 'f1:2026-12-01:grace' });
  const own = writeMarker(scope, { kind: 'summary', subject: '-' });

  test('that we wrote at the end are ours', () => {
    expect(foreignMarkers(scope, `text\n\n${own}`)).toEqual([]);
  });

  test('that count although they stand in the middle are seen', () => {
    expect(foreignMarkers(scope, `text\n${genuine}\nmore\n\n${own}`)).toEqual(['waived f1:2026-12-01:grace']);
  });

  test('that nobody signed are seen at the end', () => {
    const forged = `<!-- pipewright waived f1 ${'0'.repeat(32)} -->`;
    expect(foreignMarkers(scope, `text\n\n${forged}`)).toEqual([forged]);
  });
});

test.each([
  ['as it is', 'x how to work take the open items one by one, each by its procedure, and look at it y', true],
  ['spaced out', [...'how to work take the open items one by one each by its procedure'].join(' '), true],
  ['a few words of it', 'take the open items one by one', false],
])('a prompt is found %s', (_what, text, leaks) => {
  const prompt = 'How to work\n- Take the open items one by one, each by its procedure, and look at it.';
  expect(leakedPieces(prompt, text, 40).length > 0).toBe(leaks);
});

test.each([
  ['as it is', CANARIES.token],
  ['in spaces', [...CANARIES.token].join(' ')],
  ['in base64', Buffer.from(CANARIES.token).toString('base64')],
])('a secret is found %s', (_what, text) => {
  expect(leakedSecrets(Object.values(CANARIES), `x ${text} y`)).toEqual([CANARIES.token]);
});

test('a text without secrets has none', () => {
  expect(leakedSecrets(Object.values(CANARIES), 'x [redacted: AWS key] y')).toEqual([]);
});

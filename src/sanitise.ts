import { withoutTokens } from './without-tokens.ts';

/** Escape sequences of terminals: colours, cursor movement, window titles, hyperlinks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
/** Bidirectional overrides, zero-width characters, variation selectors and Unicode tags: text that people do not see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

const MAX_LENGTH = 4000;
const MAX_CODE_LENGTH = 400;

/**
 * One line of text that shows everything it contains: for terminals, titles and JSON messages.
 * A leading `::` or a `##[` would be a command to the Actions runner and is broken apart.
 */
export function plainText(value: string): string {
  return cut(oneLine(value).replace(/(^|\s)::(?=\S)/g, '$1: :'), MAX_LENGTH);
}

/**
 * One line of Markdown that renders as the text it was given: no HTML, no mention, no link, no image, no reference
 * to an issue, no block. Code spans of the text stay code spans.
 */
export function markdownText(value: string): string {
  const text = cut(oneLine(value), MAX_LENGTH);
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(CODE_OR_REFERENCE)) {
    parts.push(escapeMarkdown(text.slice(end, match.index)));
    parts.push(codeSpan(match.groups?.code ?? match[0]));
    end = match.index + match[0].length;
  }
  parts.push(escapeMarkdown(text.slice(end)));
  return escapeLineStart(parts.filter((part) => part !== '').reduce(join, ''));
}

/** A line of source code as it is, spaces included, but without what people do not see. */
export function visibleText(value: string): string {
  return value
    .replace(ESCAPE_SEQUENCE, '')
    .replace(/[\s\u0085]/g, (space) => (space === '\t' ? '\t' : ' '))
    .replace(INVISIBLE, (character) => (character === '\t' ? '\t' : ''))
    .replace(LONE_SURROGATE, '\ufffd');
}

/** A code span around a value, whatever backticks it contains: nothing in it is rendered, linked or mentioned. */
export function codeSpan(value: string): string {
  const text = cut(oneLine(value), MAX_CODE_LENGTH);
  if (text === '') {
    return '(empty)';
  }
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const padding = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** Whether a line can be said as it is: it hides nothing from people, and holds no credential. */
export function isSpeakable(line: string): boolean {
  // Emoji are made with these two, and hide nothing.
  const shown = line.replace(/\t|\ufe0f|\u200d/g, '');
  return withoutTokens(line) === line && shown.search(INVISIBLE) < 0 && shown.search(LONE_SURROGATE) < 0;
}

/** Lines of code in a fenced block: code that holds a fence needs a longer one around it. */
export function codeFence(language: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...[...lines.join('\n').matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** A cell of a Markdown table: the pipes in it do not end it. Takes Markdown that is already safe. */
export function tableCell(markdown: string): string {
  // GitHub's table scanner reads `\|` in a code span as a pipe, and `\\|` as the end of the cell.
  const spans = markdown.replace(/(?<![\\`])(`+)(?!`)(.*?[^`])\1(?!`)/g, (span, _fence: string, code: string) =>
    /\\\|/.test(code) ? `<code>${code.replace(/[^A-Za-z0-9 ]/gu, (one) => `&#${one.codePointAt(0)};`)}</code>` : span,
  );
  return spans.replaceAll('|', '\\|');
}

/** Text as HTML, in element content and in quoted attributes; a page that is printed in a job commands no runner. */
export function escapeHtml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('##[', '##&#91;');
}

/** The text between code spans, and the code spans, in order: for renderers that are not Markdown. */
export function codeParts(value: string): { readonly code: boolean; readonly text: string }[] {
  const text = plainText(value);
  const parts: { code: boolean; text: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(CODE_SPAN)) {
    parts.push({ code: false, text: text.slice(end, match.index) }, { code: true, text: match.groups?.code ?? '' });
    end = match.index + match[0].length;
  }
  parts.push({ code: false, text: text.slice(end) });
  return parts.filter((part) => part.text !== '');
}

const CODE_SPAN = /(?<!`)(?<fence>`+)(?!`) ?(?<code>.*?[^`]) ?\k<fence>(?!`)/g;

/**
 * What GitHub turns into something else even when Markdown is escaped, because it looks at the rendered text:
 * addresses, mentions, references to issues and commits. As code they stay what they are. The whole word is taken:
 * what is left of it would begin a text of its own, and `@` at the beginning is a mention.
 */
const CODE_OR_REFERENCE = new RegExp(
  [
    CODE_SPAN.source,
    // GitHub takes `a@_b.c` for an address of mail, and `www.` behind an underscore for one of the web.
    String.raw`(?<![\w./+:-])(?:[\w./+:-]*(?:@[\w.-]|#\d|://|_www\.)|www\.)(?:[^\s\x60<>()[\]|]*[^\s\x60<>()[\]|.,;:!?'"*~_])?`,
    String.raw`\bGH-\d+\b`,
    String.raw`\b[0-9a-f]{40}\b`,
  ].join('|'),
  'gi',
);

/** The runner takes `##[` for a command wherever it stands. Credentials that a value holds are not said again. */
function oneLine(value: string): string {
  return withoutTokens(visibleText(value)).replace(/\s+/g, ' ').replaceAll('##[', '## [').trim();
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]~$]/g, '\\$&')
    .replace(/::/g, ':\\:');
}

/** Two code spans side by side would become one. */
function join(before: string, next: string): string {
  return before.endsWith('`') && next.startsWith('`') ? `${before} ${next}` : before + next;
}

/** What would open a heading, a list, a rule or a table at the start of a line. */
function escapeLineStart(markdown: string): string {
  return markdown.replace(/^[#+=|:-]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

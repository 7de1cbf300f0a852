import { markdownBlocks } from './markdown-blocks.ts';

/**
 * What GitHub would make of Markdown that is more than text: links, images, elements, and in the rendered text what it
 * finds by itself (addresses, mentions, references to issues and commits). Escapes and entities are undone first, because
 * GitHub looks for those after it rendered. What stands in code is nothing. Elements that we write are none of it.
 */
export function activeMarkdown(markdown: string): readonly string[] {
  return markdownBlocks(markdown).flatMap(({ kind, language, text }) => {
    if (kind === 'code') return language === 'mermaid' ? inGraph(text) : [];
    const { rendered, active } = render(text);
    return [...active, ...foundInText(rendered)];
  });
}

/** Where an element or a code span stood: no word goes on over it. */
const BREAK = '\0';
const OWN_ELEMENT = /^<\/?(?:details|summary|sub|br)>/;

interface Rendered {
  readonly rendered: string;
  readonly active: readonly string[];
}

/** The text of a block as a reader sees it, without code. */
function render(block: string): Rendered {
  const active: string[] = [];
  let rendered = '';
  for (let at = 0; at < block.length; ) {
    const [whole, put, found] = next(block.slice(at, at + 500), block, at);
    if (found !== undefined) active.push(found);
    rendered += put;
    at += whole;
  }
  return { rendered, active };
}

/** How many characters are taken, what is seen of them, and what is active about them. */
type Step = readonly [taken: number, put: string, active?: string | undefined];

function next(rest: string, block: string, at: number): Step {
  const plain = /^[^\\`<&[\]*~]+/.exec(rest)?.[0];
  if (plain !== undefined) return [plain.length, plain];
  const escaped = /^\\([!-/:-@[-`{-~])/.exec(rest)?.[1];
  if (escaped !== undefined) return [2, escaped];
  const ticks = /^`+/.exec(rest)?.[0];
  if (ticks !== undefined) return [codeSpanLength(block, at, ticks), BREAK];
  const comment = rest.startsWith('<!--') ? commentAt(block, at) : undefined;
  if (comment !== undefined) return [comment.length, BREAK, isMarker(comment) ? undefined : `comment ${comment}`];
  const own = OWN_ELEMENT.exec(rest)?.[0] ?? /^<code>[^<]*<\/code>/.exec(rest)?.[0];
  if (own !== undefined) return [own.length, BREAK];
  const element = /^<[a-z/!?][^>\s]{0,40}/i.exec(rest)?.[0];
  if (element !== undefined) return [element.length, BREAK, `element ${element}`];
  const entity = /^&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,30});/i.exec(rest);
  if (entity !== null) return [entity[0].length, decoded(entity[1] ?? '')];
  const link = /^\](?:\([^)]{0,60}\)?|\[|:)/.exec(rest)?.[0] ?? /^\[\^/.exec(rest)?.[0];
  if (link !== undefined) return [link.length, BREAK, `link ${link}`];
  return [1, /^[*~]/.test(rest) ? BREAK : (rest[0] ?? '')];
}

/** To the run of as many backticks that closes it; a run that nothing closes is text. */
function codeSpanLength(block: string, at: number, ticks: string): number {
  for (const match of block.slice(at + ticks.length).matchAll(/`+/g)) {
    if (match[0].length === ticks.length) return ticks.length + match.index + ticks.length;
  }
  return ticks.length;
}

function commentAt(block: string, at: number): string | undefined {
  const end = block.indexOf('-->', at);
  return end < 0 ? undefined : block.slice(at, end + '-->'.length);
}

function isMarker(comment: string): boolean {
  return /^<!-- pipewright [a-z]+ [\w.:-]+ [0-9a-f]{32} -->$/.test(comment);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  commat: '@',
  num: '#',
  colon: ':',
  sol: '/',
  period: '.',
  lowbar: '_',
};

function decoded(entity: string): string {
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  if (!entity.startsWith('#')) return NAMED[entity] ?? ' ';
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
}

/** By the patterns that GitHub documents, a little wider. */
const FOUND: readonly (readonly [string, RegExp])[] = [
  ['mention', /(?<![\w`])@[a-z0-9][\w/-]*/gi],
  ['address', /\b[a-z][a-z0-9+.-]*:\/\/\S{0,60}/gi],
  ['address', /(?<![a-z0-9])www\.\S{1,60}/gi],
  ['e-mail address', /[\w.+-]+@[\w.-]+/g],
  ['reference', /(?<![&\w])[\w./-]*#\d+/g],
  ['reference', /\bGH-\d+/gi],
  ['commit', /(?<!\w)[0-9a-f]{40}(?!\w)/gi],
];

function foundInText(text: string): string[] {
  return FOUND.flatMap(([what, pattern]) => (text.match(pattern) ?? []).map((found) => `${what} ${found}`));
}

/** Mermaid draws links, elements and settings that stand in a graph's source. */
function inGraph(source: string): string[] {
  const found = source.match(/^\s*(?:click|href|link|callback)\b.*$|%%\{|<(?!br\/?>)[a-z!/]|javascript:|@\{/gim) ?? [];
  return found.map((part) => `graph ${part}`);
}

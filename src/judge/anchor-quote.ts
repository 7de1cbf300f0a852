import type { Change, ChangedFile, Hunk, Side } from '../types.ts';

/** Where a quote stands. Lines count from 1 in the file of that side. */
export interface Anchor {
  readonly path: string;
  readonly side: Side;
  readonly startLine: number;
  readonly endLine: number;
  /** The quoted lines as they are in the file. */
  readonly text: string;
  /** Whether the change adds or deletes one of them. */
  readonly changed: boolean;
}

/** Where a quote stands, or why there is no such place. */
export type FoundQuote =
  | { readonly state: 'found'; readonly anchor: Anchor }
  | { readonly state: 'short' | 'absent' | 'ambiguous' };

const MIN_LENGTH = 12;

/**
 * The one place in the changed hunks where a quote stands: exactly, or with other white space. There is none when the quote
 * is shorter than 12 characters, is not there, or is there more than once.
 * The named path decides between files; the head decides between a line's new and old text.
 */
export function findQuote(quote: string, path: string, change: Change): FoundQuote {
  if (quote.replace(/\s/g, '').length < MIN_LENGTH) return { state: 'short' };
  const named = matchIn(
    change.files.filter((file) => file.path === path || file.previousPath === path),
    quote,
  );
  return named.state === 'absent' ? matchIn(change.files, quote) : named;
}

function matchIn(files: readonly ChangedFile[], quote: string): FoundQuote {
  for (const form of FORMS) {
    for (const side of ['head', 'base'] as const) {
      const [anchor, ...others] = files.flatMap((file) => fileMatches(file, side, quote, form));
      if (anchor !== undefined) return others.length === 0 ? { state: 'found', anchor } : { state: 'ambiguous' };
    }
  }
  return { state: 'absent' };
}

/** How text is compared: first as it is, then with all white space taken out. */
type Form = (text: string) => string;
const FORMS: readonly Form[] = [(text) => text.trim(), (text) => text.replace(/\s+/g, '')];

interface Line {
  readonly number: number;
  readonly changed: boolean;
  readonly text: string;
}

function fileMatches(file: ChangedFile, side: Side, quote: string, form: Form): Anchor[] {
  const path = side === 'base' ? (file.previousPath ?? file.path) : file.path;
  const wanted = form(quote.replace(/\r\n?/g, '\n'));
  return (file.hunks ?? []).flatMap((hunk) => {
    const text = sideText(hunk, side, form);
    return (
      lineSpans(text, wanted)
        .map(([first, last]) => text.lines.slice(first, last + 1))
        // A context line is the same on both sides; it belongs to the head.
        .filter((span) => side === 'head' || span.some((line) => line.changed))
        .map((span) => ({
          path,
          side,
          startLine: span[0]?.number ?? 0,
          endLine: span.at(-1)?.number ?? 0,
          text: span.map((line) => line.text).join('\n'),
          changed: span.some((line) => line.changed),
        }))
    );
  });
}

/** One side of a hunk, in one form, ready to be searched. */
interface SideText {
  readonly lines: readonly Line[];
  readonly whole: string;
  /** Where each line ends in it. */
  readonly ends: readonly number[];
}

/** Many quotes are looked for in the same hunks. */
const SIDES = new WeakMap<Hunk, Map<string, SideText>>();

function sideText(hunk: Hunk, side: Side, form: Form): SideText {
  const known = SIDES.get(hunk) ?? new Map<string, SideText>();
  SIDES.set(hunk, known);
  const key = `${side} ${FORMS.indexOf(form)}`;
  const text = known.get(key) ?? makeSideText(hunk, side, form);
  known.set(key, text);
  return text;
}

function makeSideText(hunk: Hunk, side: Side, form: Form): SideText {
  const lines = sideLines(hunk, side);
  const exact = form === FORMS[0];
  const texts = lines.map((line) => (exact ? `${line.text}\n` : form(line.text)));
  const ends: number[] = [];
  let length = 0;
  for (const text of texts) {
    length += text.length;
    ends.push(length);
  }
  return { lines, whole: texts.join(''), ends };
}

function sideLines(hunk: Hunk, side: Side): Line[] {
  const other = side === 'head' ? '-' : '+';
  const start = side === 'head' ? hunk.newStart : hunk.oldStart;
  return hunk.lines
    .filter((line) => !line.startsWith(other) && !line.startsWith('\\'))
    .map((line, index) => ({ number: start + index, changed: !line.startsWith(' '), text: line.slice(1) }));
}

/** More places than this are as ambiguous as two. */
const MAX_PLACES = 3;

/** First and last line of the first places where the text stands. */
function lineSpans({ whole, ends }: SideText, wanted: string): [number, number][] {
  const spans: [number, number][] = [];
  for (let at = whole.indexOf(wanted); at >= 0 && spans.length < MAX_PLACES; at = whole.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    spans.push([ends.findIndex((one) => one > at), ends.findIndex((one) => one >= end)]);
  }
  return spans;
}

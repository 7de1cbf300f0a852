import type { Range } from '../../types.ts';
import type { DockerHeredoc } from '../dockerfile.ts';
import { heredocMarkers } from './heredoc-markers.ts';

interface InstructionSpan {
  readonly range: Range;
  readonly keywordRange: Range;
  readonly heredocs: readonly DockerHeredoc[];
}

interface SplitDockerfile {
  readonly spans: readonly InstructionSpan[];
  readonly comments: readonly Range[];
}

interface Lines {
  readonly source: string;
  /** Start of the next line. */
  at: number;
}

/** Where the instructions of a Dockerfile stand, with continued lines and heredocs, as BuildKit takes them. */
export function splitInstructions(source: string, escapeChar: string): SplitDockerfile {
  const lines: Lines = { source, at: source.startsWith('\ufeff') ? 1 : 0 };
  const spans: InstructionSpan[] = [];
  const comments: Range[] = [];
  while (lines.at < source.length) {
    const line = nextLine(lines);
    if (isBlank(source, line)) continue;
    if (isComment(source, line)) comments.push(commentRange(source, line));
    else spans.push(readSpan(lines, line, escapeChar, comments));
  }
  return { spans, comments };
}

function readSpan(lines: Lines, first: Range, escapeChar: string, comments: Range[]): InstructionSpan {
  const { source } = lines;
  const start = first.start + indentOf(source, first);
  let end = first.end;
  let isOpen = isContinued(source, first, escapeChar);
  while (isOpen && lines.at < source.length) {
    const line = nextLine(lines);
    // Docker still accepts empty lines and comments inside a continued instruction.
    if (isBlank(source, line)) continue;
    if (isComment(source, line)) comments.push(commentRange(source, line));
    else {
      end = line.end;
      isOpen = isContinued(source, line, escapeChar);
    }
  }
  const keyword = /^(?:[A-Za-z]+|\S+)/.exec(source.slice(start, end))?.[0] ?? '';
  const keywordRange = { start, end: start + keyword.length };
  const heredocs = heredocMarkers(source.slice(start, end), escapeChar).map((marker) => readHeredoc(lines, marker));
  const last = heredocs.at(-1)?.end ?? end;
  return { range: { start, end: last }, keywordRange, heredocs: heredocs.map((one) => one.heredoc) };
}

/** The body up to the line that is the marker's name, or up to the end of the file. */
function readHeredoc(
  lines: Lines,
  marker: { readonly name: string; readonly stripsTabs: boolean },
): { readonly heredoc: DockerHeredoc; readonly end: number } {
  const { source } = lines;
  const start = lines.at;
  let contentEnd = start;
  while (lines.at < source.length) {
    const line = nextLine(lines);
    const text = source.slice(line.start, line.end);
    if ((marker.stripsTabs ? text.replace(/^\t+/, '') : text) === marker.name) return done(line.end);
    contentEnd = line.end;
  }
  return done(contentEnd);

  function done(end: number) {
    const range = { start, end: contentEnd };
    return { heredoc: { name: marker.name, text: source.slice(start, contentEnd), range }, end };
  }
}

/** Without its line break. */
function nextLine(lines: Lines): Range {
  const { source, at: start } = lines;
  const newline = source.indexOf('\n', start);
  const end = newline < 0 ? source.length : newline;
  lines.at = newline < 0 ? source.length : newline + 1;
  return { start, end: source[end - 1] === '\r' && end > start ? end - 1 : end };
}

function indentOf(source: string, line: Range): number {
  let at = line.start;
  while (at < line.end && (source[at] === ' ' || source[at] === '\t')) at += 1;
  return at - line.start;
}

function isBlank(source: string, line: Range): boolean {
  return line.start + indentOf(source, line) === line.end;
}

function isComment(source: string, line: Range): boolean {
  return source[line.start + indentOf(source, line)] === '#';
}

function commentRange(source: string, line: Range): Range {
  return { start: line.start + indentOf(source, line), end: line.end };
}

/** A doubled escape character at the end is a character, not a continuation. */
function isContinued(source: string, line: Range, escapeChar: string): boolean {
  const text = source.slice(line.start, line.end).trimEnd();
  return text.endsWith(escapeChar) && text.at(-2) !== escapeChar;
}

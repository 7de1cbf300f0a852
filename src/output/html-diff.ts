import { escapeHtml, visibleText } from '../sanitise.ts';
import type { Hunk, InlineComment, Review } from '../types.ts';

const BEFORE = 4;

/** The lines a comment stands on, and a few before them, as a diff; empty where the change has no hunk there. */
export function htmlDiff(review: Review, comment: InlineComment): string {
  const file = review.change.files.find(
    ({ path, previousPath }) => path === comment.path || previousPath === comment.path,
  );
  for (const hunk of file?.hunks ?? []) {
    const rows = numbered(hunk);
    const number = comment.side === 'LEFT' ? 'oldLine' : 'newLine';
    const last = rows.findIndex((row) => row[number] === comment.line);
    if (last >= 0) {
      const first = rows.findIndex((row) => row[number] === (comment.startLine ?? comment.line));
      return table(rows.slice(Math.max(0, first - BEFORE), last + 1).map(diffRow));
    }
  }
  return '';
}

/** A suggestion as GitHub shows it: the lines that go, the lines that come. */
export function htmlSuggestion(review: Review, comment: InlineComment): string {
  const suggestion = /^(`{3,})suggestion[^\n]*\n([\s\S]*?)^\1\s*$/m.exec(comment.body)?.[2];
  if (suggestion === undefined || comment.side === 'LEFT') {
    return '';
  }
  const old = commentedLines(review, comment).map((text) => diffRow({ sign: '-', text }));
  const next = suggestion
    .replace(/\n$/, '')
    .split('\n')
    .map((text) => diffRow({ sign: '+', text }));
  return `<div class="suggestion"><div class="head">Suggested change</div>${table([...old, ...next])}</div>`;
}

interface Row {
  readonly sign: string;
  readonly text: string;
  readonly oldLine?: number;
  readonly newLine?: number;
}

function commentedLines(review: Review, { path, startLine, line }: InlineComment): string[] {
  const hunks = review.change.files.find((file) => file.path === path)?.hunks ?? [];
  return hunks
    .flatMap(numbered)
    .filter(({ newLine }) => newLine !== undefined && newLine >= (startLine ?? line) && newLine <= line)
    .map(({ text }) => text);
}

function numbered(hunk: Hunk): Row[] {
  let oldLine = hunk.oldStart;
  let newLine = hunk.newStart;
  return hunk.lines
    .filter((line) => !line.startsWith('\\'))
    .map((line) => {
      const sign = line.charAt(0);
      const text = line.slice(1);
      if (sign === '+') {
        return { sign, text, newLine: newLine++ };
      }
      return sign === '-'
        ? { sign, text, oldLine: oldLine++ }
        : { sign: ' ', text, oldLine: oldLine++, newLine: newLine++ };
    });
}

function diffRow({ sign, text, oldLine, newLine }: Row): string {
  const name = sign === '+' ? 'plus' : sign === '-' ? 'minus' : 'same';
  const code = escapeHtml(`${sign} ${visibleText(text)}`);
  return `<tr class="${name}"><td class="number">${oldLine ?? ''}</td><td class="number">${newLine ?? ''}</td><td class="line">${code}</td></tr>`;
}

function table(rows: readonly string[]): string {
  return `<div class="diff"><table>${rows.join('')}</table></div>`;
}

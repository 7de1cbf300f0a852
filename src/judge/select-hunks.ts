import type { Change, ChangedFile, ChecklistItem, Hunk } from '../types.ts';
import { redact } from './redact.ts';
import { visibleText } from './visible-text.ts';

/** The lines the model may read, and what was left out of them. */
export interface SelectedHunks {
  readonly text: string;
  /** For each file or part that the model does not see: which, and why. */
  readonly leftOut: readonly string[];
}

const MAX_HUNK_LINES = 200;
const MAX_CHARACTERS = 80_000;
const MAX_LINE = 500;
/** Longer than what is shown, so that no credential is cut into something that no longer looks like one. */
const MAX_READ = 2000;

/**
 * Only the hunks of files whose kind matches an open item, as numbered lines of both sides,
 * without credentials and invisible characters.
 */
export function selectHunks(change: Change, items: readonly ChecklistItem[]): SelectedHunks {
  const kinds = new Set(items.flatMap((item) => item.kinds));
  const blocks: string[] = [];
  const leftOut: string[] = [];
  let room = MAX_CHARACTERS;
  for (const file of change.files.filter((one) => kinds.has(one.kind))) {
    if (file.hunks === undefined) {
      leftOut.push(`${fileName(file.path)}: its lines could not be read`);
      continue;
    }
    if (room <= 0) {
      leftOut.push(`${fileName(file.path)}: over the limit of one request`);
      continue;
    }
    const shown = file.hunks.map((hunk) => hunkText(hunk));
    const text = [fileHeader(file), ...shown.map((hunk) => hunk.text)].join('\n');
    if (text.length > room) {
      leftOut.push(`${fileName(file.path)}: over the limit of one request`);
      // Smaller files may still fit, but only a few more are tried.
      room -= MAX_CHARACTERS / 10;
      continue;
    }
    room -= text.length;
    blocks.push(text);
    const lines = shown.reduce((total, hunk) => total + hunk.leftOut, 0);
    leftOut.push(...(lines > 0 ? [`${fileName(file.path)}: ${lines} lines of long hunks`] : []));
  }
  return { text: blocks.join('\n\n'), leftOut };
}

/** A path as JSON text: it cannot break out of its line. */
export function fileName(path: string): string {
  return JSON.stringify(redact(visibleText(path)));
}

function fileHeader(file: ChangedFile): string {
  const from = file.previousPath === undefined ? '' : ` (was ${fileName(file.previousPath)})`;
  return `file ${fileName(file.path)}${from}, ${file.status}`;
}

/** A line of data starts with its number and sign, never with what the author wrote. */
function hunkText(hunk: Hunk): { text: string; leftOut: number } {
  const lines = hunk.lines.slice(0, MAX_HUNK_LINES);
  const clean = redact(lines.map(readable).join('\n')).split('\n');
  let oldLine = hunk.oldStart;
  let newLine = hunk.newStart;
  const rows = lines.map((line, index) => {
    const sign = /^[+-]/.exec(line)?.[0] ?? ' ';
    const number = sign === '-' ? oldLine : newLine;
    oldLine += sign === '+' ? 0 : 1;
    newLine += sign === '-' ? 0 : 1;
    const code = (clean[index] ?? '').replace(/^[ +-]/, '');
    return `${String(number).padStart(5)} ${sign} ${code.length > MAX_LINE ? `${code.slice(0, MAX_LINE)} [line cut]` : code}`;
  });
  const leftOut = hunk.lines.length - lines.length;
  const note = leftOut === 0 ? [] : [`      [${leftOut} more lines of this hunk are not shown]`];
  return { text: ['  hunk', ...rows, ...note].join('\n'), leftOut };
}

function readable(line: string): string {
  return visibleText(line.slice(0, MAX_READ)).replaceAll('\n', ' ');
}

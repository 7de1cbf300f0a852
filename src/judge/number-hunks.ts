import type { Change, ChangedFile, Hunk, Kind } from '../types.ts';
import { redact } from './redact.ts';
import { visibleText } from './visible-text.ts';

/** A hunk with a name. */
export interface NumberedHunk {
  /** `H1`, `H2`, ... */
  readonly id: string;
  readonly path: string;
  readonly kind: Kind;
  readonly hunk: Hunk;
  /** How many characters its text will have, about; making it costs time. */
  readonly length: number;
  /** How many lines at its end are not shown. */
  readonly leftOut: number;
  /** The hunk as the model may read it. */
  text(): string;
}

const MAX_HUNK_LINES = 200;
const MAX_LINE = 500;
/** Longer than what is shown, so that no credential is cut into something that no longer looks like one. */
const MAX_READ = 2000;

/**
 * The hunks of a change with a name each, without line numbers, credentials, personal data and invisible characters.
 * Without numbers the same lines make the same prompt wherever they stand, as in a merge group.
 */
export function numberHunks({ files }: Change): readonly NumberedHunk[] {
  const all = files.flatMap((file) => (file.hunks ?? []).map((hunk) => ({ file, hunk })));
  return all.map(({ file, hunk }, index) => {
    const id = `H${index + 1}`;
    const lines = hunk.lines.slice(0, MAX_HUNK_LINES);
    const leftOut = hunk.lines.length - lines.length;
    const note = leftOut === 0 ? [] : [`      [${leftOut} more lines of this hunk are not shown]`];
    return {
      id,
      path: file.path,
      kind: file.kind,
      hunk,
      length: lines.reduce((sum, line) => sum + Math.min(line.length, MAX_LINE) + 3, file.path.length + 20),
      leftOut,
      text: () => [`${id} ${fileHeader(file)}`, ...rows(lines), ...note].join('\n'),
    };
  });
}

/** A path as JSON text: it cannot break out of its line. */
export function fileName(path: string): string {
  return JSON.stringify(redact(visibleText(path)));
}

function fileHeader(file: ChangedFile): string {
  const from = file.previousPath === undefined ? '' : ` (was ${fileName(file.previousPath)})`;
  return `${fileName(file.path)}${from}, ${file.status}`;
}

/** A line of data starts with a space and its sign, never with what the author wrote. */
function rows(lines: readonly string[]): string[] {
  const clean = redact(lines.map(readable).join('\n')).split('\n');
  return lines.map((line, index) => {
    const sign = /^[+-]/.exec(line)?.[0] ?? ' ';
    const code = (clean[index] ?? '').replace(/^[ +-]/, '');
    return ` ${sign} ${code.length > MAX_LINE ? `${code.slice(0, MAX_LINE)} [line cut]` : code}`;
  });
}

function readable(line: string): string {
  return visibleText(line.slice(0, MAX_READ)).replaceAll('\n', ' ');
}

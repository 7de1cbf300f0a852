import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';

/** Where the lines of a script's text and of its spelling in the file begin. */
interface Rows {
  readonly isPlain: boolean;
  readonly text: readonly Row[];
  readonly raw: readonly Row[];
}

interface Row {
  readonly start: number;
  readonly text: string;
}

const known = new WeakMap<YamlScalar, Rows>();

/** Where an offset of a script's text stands in its file; undefined where the two are not spelled alike. */
export function scriptPlace(source: string, run: YamlScalar, offset: number): number | undefined {
  const rows = known.get(run) ?? readRows(source, run);
  known.set(run, rows);
  if (rows.isPlain) return run.contentRange.start + offset;
  if (run.style !== 'literal') return undefined;
  const at = rowAt(rows.text, offset);
  const [line, written] = [rows.text[at], rows.raw[at]];
  if (!line || !written?.text.endsWith(line.text)) return undefined;
  return run.contentRange.start + written.start + written.text.length - line.text.length + offset - line.start;
}

function readRows(source: string, run: YamlScalar): Rows {
  const raw = source.slice(run.contentRange.start, run.contentRange.end);
  return { isPlain: raw.startsWith(run.text.trimEnd()), text: rowsOf(run.text), raw: rowsOf(raw) };
}

function rowsOf(text: string): Row[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const row = { start, text: line.replace(/\r$/, '') };
    start += line.length + 1;
    return row;
  });
}

/** The last row that begins at or before an offset. */
function rowAt(rows: readonly Row[], offset: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

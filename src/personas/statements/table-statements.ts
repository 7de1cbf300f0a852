/** Columns that hold what is checked. */
const COLUMN =
  /^(?:checks?|requirements?|rules?|controls?|items?|criteri(?:on|a)|standards?|statements?|what to check|checklist)$/i;
const DIVIDER = /^\|? {0,9}:?-{2,}:? {0,9}(?:\| {0,9}:?-{2,}:? {0,9}){0,30}\|?$/;

/** The statements that stand in tables with a column of checks, by line (from 0). */
export function tableStatements(lines: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let column = -1;
  for (const [at, line] of lines.entries()) {
    if (!line.includes('|')) column = -1;
    else if (column >= 0) {
      const text = cells(line)[column];
      if (text) found.set(at, text);
    } else if (at > 0 && line.length < 1000 && DIVIDER.test(line.trim())) {
      column = cells(lines[at - 1] ?? '').findIndex((cell) => COLUMN.test(cell));
    }
  }
  return found;
}

function cells(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.replace(/[*_`]/g, '').trim());
}

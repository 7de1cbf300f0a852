import { plainText } from '../sanitise.ts';

/**
 * Rows as aligned columns, two spaces apart. When they are wider than the terminal, the widest columns give way
 * and say so with an ellipsis; the last column is cut last.
 */
export function terminalTable(rows: readonly (readonly string[])[], width: number, indent = 2): string[] {
  const cells = rows.map((row) => row.map(plainText));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  if (columns === 0) {
    return [];
  }
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...cells.map((row) => [...(row[column] ?? '')].length)),
  );
  shrink(widths, width - indent - 2 * (columns - 1));
  return cells.map((row) =>
    `${' '.repeat(indent)}${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}

const MIN_COLUMN = 12;

function shrink(widths: number[], room: number): void {
  const last = widths.length - 1;
  widths[last] = Math.min(widths[last] ?? 0, Math.max(Math.floor(room / 2), room - sum(widths.slice(0, last))));
  for (let over = sum(widths) - room; over > 0; over--) {
    const widest = Math.max(...widths.slice(0, last), 0);
    if (widest <= MIN_COLUMN) {
      return;
    }
    widths[widths.indexOf(widest)] = widest - 1;
  }
}

function pad(cell: string, width: number): string {
  const characters = [...cell];
  return characters.length > width
    ? `${characters.slice(0, width - 1).join('')}…`
    : cell + ' '.repeat(width - characters.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

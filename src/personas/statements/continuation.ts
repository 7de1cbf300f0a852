import { headingLine, listLine } from './line-forms.ts';

/** An item is a sentence or two: lines beyond these are not looked at. */
const MOST = 12;

/**
 * The lines that continue the item of line `at`: indented ones that are no item of their own, and, for an item with an
 * open comment, those up to its end.
 */
export function continuation(lines: readonly string[], at: number): readonly string[] {
  const found: string[] = [];
  let open = endsInComment(lines[at] ?? '');
  for (let next = at + 1; next < lines.length && found.length < MOST; next++) {
    const line = lines[next] ?? '';
    if (!/^\s+\S/.test(line)) break;
    if (
      !open &&
      (listLine(line) !== undefined || headingLine(line) !== undefined || /^\s*(?:```|~~~|<\/?[A-Za-z])/.test(line))
    )
      break;
    found.push(line.trim());
    open = open ? !line.includes('-->') : endsInComment(line);
  }
  return found;
}

function endsInComment(line: string): boolean {
  return line.lastIndexOf('<!--') > line.lastIndexOf('-->');
}

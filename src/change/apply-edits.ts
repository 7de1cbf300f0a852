import type { Edit } from '../types.ts';

/** The text after edits; undefined when two of them overlap and differ. Equal edits count once. */
export function applyEdits(source: string, edits: readonly Edit[]): string | undefined {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let position = 0;
  let previous: Edit | undefined;
  for (const edit of ordered) {
    if (previous && sameEdit(previous, edit)) continue;
    if (edit.range.start < position) return undefined;
    result += source.slice(position, edit.range.start) + edit.text;
    position = edit.range.end;
    previous = edit;
  }
  return result + source.slice(position);
}

function sameEdit(a: Edit, b: Edit): boolean {
  return a.range.start === b.range.start && a.range.end === b.range.end && a.text === b.text;
}

import { lineStarts } from '../documents/source-text.ts';
import type { Edit, Range } from '../types.ts';

/**
 * Puts lines of the base back into the head, beside the neighbour they had: before the line that followed them, or
 * after the line that preceded them, whichever stands exactly once in both texts. Undefined where no neighbour tells.
 * `within` narrows the head to a part of it, as a build stage.
 */
export function restoreLines(base: string, removed: Range, head: string, within?: Range): Edit | undefined {
  const before = base.split(/\r?\n/);
  const starts = lineStarts(base);
  const first = lineAt(starts, removed.start);
  const last = lineAt(starts, Math.max(removed.start, removed.end - 1));
  const text = before
    .slice(first, last + 1)
    .map((line) => `${line}\n`)
    .join('');
  const ending = head.includes('\r\n') ? '\r\n' : '\n';
  const lines = headLines(head, within);
  const at = (offset: number, added: string): Edit => ({
    range: { start: offset, end: offset },
    text: added.replaceAll('\n', ending),
  });

  const nextIndex = before.findIndex((line, i) => i > last && line.trim() !== '');
  const previousIndex = before.findLastIndex((line, i) => i < first && line.trim() !== '');
  const next = onlyOne(before, lines, nextIndex);
  const previous = onlyOne(before, lines, previousIndex);
  const behind = previous && head[previous.end] === '\n' ? previous.end + 1 : undefined;
  if (behind !== undefined && previousIndex === first - 1) return at(behind, text);
  if (next) return at(next.start, text + '\n'.repeat(nextIndex - last - 1));
  return behind === undefined ? undefined : at(behind, '\n'.repeat(first - previousIndex - 1) + text);
}

interface Line extends Range {
  readonly text: string;
}

function headLines(head: string, within: Range | undefined): readonly Line[] {
  const starts = lineStarts(head);
  const lines = starts.map((start, i) => {
    const end = (starts[i + 1] ?? head.length + 1) - 1;
    return { start, end, text: head.slice(start, end).replace(/\r$/, '') };
  });
  return within ? lines.filter(({ start }) => start >= within.start && start < within.end) : lines;
}

function onlyOne(before: readonly string[], lines: readonly Line[], index: number): Line | undefined {
  const text = before[index];
  if (text === undefined) return undefined;
  const found = lines.filter((line) => line.text === text);
  return found.length === 1 ? found[0] : undefined;
}

function lineAt(starts: readonly number[], offset: number): number {
  return starts.findLastIndex((start) => start <= offset);
}

import type { HclBlock } from '../../../documents/terraform.ts';
import type { Edit } from '../../../types.ts';

/** Adds lines at the end of a block, two spaces deeper than it; a nested block is set off by an empty line where it stands apart. */
export function insertLines(source: string, block: HclBlock, lines: readonly string[], isApart = true): Edit {
  const ending = source.includes('\r\n') ? '\r\n' : '\n';
  const outer = indentAt(source, block.range.start);
  const indented = lines.map((line) => (line === '' ? '' : `${outer}  ${line}`));
  const body = source.slice(block.bodyRange.start, block.bodyRange.end);
  const isEmpty = body.trim() === '';
  const gap = isApart && !isEmpty && lines.length > 1 ? [''] : [];
  const last = block.bodyRange.start + body.trimEnd().length;
  if (!body.includes('\n'))
    return {
      range: block.bodyRange,
      text: `${ending}${(isEmpty ? indented : [`${outer}  ${body.trim()}`, ...gap, ...indented]).join(ending)}${ending}${outer}`,
    };
  return { range: { start: last, end: last }, text: ['', ...gap, ...indented].join(ending) };
}

function indentAt(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(source.slice(start, offset))?.[0] ?? '';
}

/** A piece of Markdown whose inline parts belong together, or the content of a fenced block. */
export interface MarkdownBlock {
  readonly kind: 'text' | 'code';
  /** What stands behind the fence that opens it. */
  readonly language?: string;
  readonly text: string;
}

const STARTS = /^\s*(?:[-*+]|\d{1,9}[.)])\s|^\s*#{1,6}\s|^\s*>|^\s*</;

/** Markdown as GitHub divides it: paragraphs, cells of tables and fenced blocks. A code span never crosses two of them. */
export function markdownBlocks(markdown: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'text', text: paragraph.join('\n') });
    paragraph = [];
  };
  const lines = markdown.split(/\r\n?|\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, fence, info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (fence !== undefined && !(fence.startsWith('`') && info.includes('`'))) {
      flush();
      const end = closing(lines, at, fence);
      blocks.push({ kind: 'code', language: info.trim(), text: lines.slice(at + 1, end).join('\n') });
      at = end;
    } else if (line.trim() === '') {
      flush();
    } else if (line.startsWith('|')) {
      flush();
      blocks.push(...tableCells(line).map((text) => ({ kind: 'text', text }) as const));
    } else {
      if (STARTS.test(line)) flush();
      paragraph.push(line);
    }
  }
  flush();
  return blocks;
}

/** The line that closes a fence; a fence that nothing closes goes on to the end. */
function closing(lines: readonly string[], start: number, fence: string): number {
  for (let at = start + 1; at < lines.length; at++) {
    const mark = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(lines[at] ?? '')?.[1];
    if (mark?.[0] === fence[0] && (mark?.length ?? 0) >= fence.length) return at;
  }
  return lines.length;
}

/** GitHub divides a row before it reads code spans: only a pipe behind an odd number of backslashes stays. */
function tableCells(row: string): string[] {
  const cells: string[] = [''];
  let slashes = 0;
  for (const character of row) {
    const isEnd = character === '|' && slashes % 2 === 0;
    slashes = character === '\\' ? slashes + 1 : 0;
    if (isEnd) cells.push('');
    else cells.push(`${cells.pop() ?? ''}${character}`.replace(/\\\|$/, '|'));
  }
  return cells;
}

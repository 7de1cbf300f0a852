const NOTICE = '\n\n_Cut here: GitHub limits how long this text may be._';

interface Cut {
  readonly end: number;
  readonly openDetails: number;
}

/**
 * Markdown of at most `limit` UTF-8 bytes. A longer text ends after a line that is outside of every code fence,
 * open `<details>` are closed, and it says that it was cut.
 */
export function cutToBytes(markdown: string, limit: number): string {
  if (Buffer.byteLength(markdown) <= limit) return markdown;
  const cut = lastCut(markdown, limit - Buffer.byteLength(NOTICE));
  return markdown.slice(0, cut.end).trimEnd() + '\n\n</details>'.repeat(cut.openDetails) + NOTICE;
}

function lastCut(markdown: string, room: number): Cut {
  let cut: Cut = { end: 0, openDetails: 0 };
  let fence = '';
  let end = 0;
  let bytes = 0;
  let openDetails = 0;
  for (const line of markdown.split('\n')) {
    end += line.length + 1;
    bytes += Buffer.byteLength(line) + 1;
    if (fence === '') openDetails += count(line, '<details') - count(line, '</details>');
    fence = fenceAfter(fence, line);
    if (bytes + openDetails * '\n\n</details>'.length > room) break;
    if (fence === '') cut = { end, openDetails: Math.max(0, openDetails) };
  }
  return cut;
}

function count(line: string, text: string): number {
  return line.split(text).length - 1;
}

/** The fence that is open after a line; a fence is closed by one of its own character that is at least as long. */
function fenceAfter(open: string, line: string): string {
  const [, marks, rest] = /^[ >]*(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (marks === undefined) return open;
  if (open === '') return marks;
  return marks.startsWith(open) && rest?.trim() === '' ? '' : open;
}

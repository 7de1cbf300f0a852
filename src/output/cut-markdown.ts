/**
 * Markdown of at most `maxBytes` UTF-8 bytes: cut between lines, open fences and details closed, and said to be cut.
 */
export function cutMarkdown(markdown: string, maxBytes: number): string {
  if (Buffer.byteLength(markdown) <= maxBytes) {
    return markdown;
  }
  const kept: string[] = [];
  let room = maxBytes - RESERVE;
  for (const line of markdown.split('\n')) {
    room -= Buffer.byteLength(line) + 1;
    if (room < 0) {
      break;
    }
    kept.push(line);
  }
  return [...kept, ...closing(kept), '', NOTICE].join('\n');
}

const NOTICE = 'Cut here: GitHub takes no more text in this place. `pipewright review` shows all of it.';
const RESERVE = 512;

/** What must follow the lines so that the notice is not part of a code block or a folded section. */
function closing(lines: readonly string[]): string[] {
  let fence: string | undefined;
  let details = 0;
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence === undefined && mark?.[1] !== undefined) {
      fence = mark[1];
    } else if (fence !== undefined && mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') {
      fence = undefined;
    } else if (fence === undefined) {
      details += tally(line, '<details>') - tally(line, '</details>');
    }
  }
  return [
    ...(fence === undefined ? [] : [fence]),
    ...Array.from({ length: Math.max(0, details) }, () => '\n</details>'),
  ];
}

function tally(line: string, tag: string): number {
  return line.split(tag).length - 1;
}

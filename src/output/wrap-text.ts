const MIN_WIDTH = 30;

/**
 * Plain text as lines of at most `width` columns, each after `indent` spaces. Words are not broken,
 * so that paths and links stay whole.
 */
export function wrapText(text: string, width: number, indent: number): string[] {
  const room = Math.max(MIN_WIDTH, width - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].filter((one) => one !== '').map((one) => ' '.repeat(indent) + one);
}

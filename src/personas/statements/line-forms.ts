/** A list item as it is written. */
export interface ListLine {
  /** Columns before the bullet. */
  readonly indent: number;
  readonly text: string;
  readonly task: boolean;
}

const BULLET = /^(\s{0,40})(?:[-*+•‣▪▫●○◦–—·➤►→]|\(?\d{1,3}[.)]|[a-zA-Z][.)])\s{1,20}(\S.*)$/u;
const BARE_MARK =
  /^(\s{0,40})([\u2610-\u2612\u2705\u2713-\u2716\u25a1\u25a2\u25fb\u2b1c\u{1f532}]\ufe0f?\s{0,4}\S.*|\[[ xX]\]\s{1,4}\S.*)$/u;
const TASK_BOX = /^\[[ xX]?\]\s+/;

/** Reads a line as a list item: bullets, numbers, task boxes, check marks, in quotes too. */
export function listLine(line: string): ListLine | undefined {
  const plain = line.replace(/^(?:\s{0,3}>\s?){1,5}/, '');
  const [, indent = '', text = ''] = BULLET.exec(plain) ?? BARE_MARK.exec(plain) ?? [];
  if (text === '') return undefined;
  return { indent: columns(indent), text: text.replace(TASK_BOX, ''), task: TASK_BOX.test(text) };
}

const HEADING = /^\s{0,3}#{1,6}\s+(\S.*)$/;

/** The text of a heading. */
export function headingLine(line: string): string | undefined {
  return HEADING.exec(line)?.[1]?.replace(/\s#+\s*$/, '');
}

/** A line that introduces what follows: it ends with a colon, or all of it is bold. */
export function isLeadIn(line: string): boolean {
  const plain = line.trim();
  return /[:\uff1a][*_]{0,3}$/.test(plain) || (/^(\*\*|__)/.test(plain) && plain.endsWith(plain.slice(0, 2)));
}

function columns(indent: string): number {
  return indent.replaceAll('\t', '    ').length;
}

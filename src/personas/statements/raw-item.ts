/** A statement with what stands around it, still as text. */
export interface RawItem {
  readonly text: string;
  /** What stands in the trailing HTML comment. */
  readonly comment: string | undefined;
  /** The heading, or the line that introduces its list. */
  readonly section: string;
  /** Line in the agent file, counted from 1. */
  readonly line: number;
}

/** More than these are no checklist. */
export const MAX_ITEMS = 500;

/** Parts a trailing comment from an item. One that is not closed runs to the end. */
export function splitComment(text: string): Pick<RawItem, 'text' | 'comment'> {
  const start = text.indexOf('<!--');
  if (start === -1) return { text: text.trim(), comment: undefined };
  const end = text.indexOf('-->', start);
  return { text: text.slice(0, start).trim(), comment: text.slice(start + 4, end === -1 ? undefined : end).trim() };
}

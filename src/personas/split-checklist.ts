/** A task list line with what follows it, still as text. */
export interface RawItem {
  readonly text: string;
  /** What stands in the trailing HTML comment. */
  readonly comment: string | undefined;
  readonly section: string;
  /** Line in the agent file, counted from 1. */
  readonly line: number;
}

const TASK = /^\s*[-*+] \[[ xX]\] +(.*)$/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*\s*$/;

/**
 * Parts the body of an agent file into the checklist (the section `## Checklist`; without one, every task list line
 * counts) and the prompt, which is everything else.
 */
export function splitChecklist(
  lines: readonly string[],
  above: number,
): { readonly prompt: string; readonly items: readonly RawItem[] } {
  const start = lines.findIndex((line) => /^##\s+checklist\s*$/i.test(line));
  if (start === -1)
    return {
      prompt: lines
        .filter((line) => !TASK.test(line))
        .join('\n')
        .trim(),
      items: readItems(lines, above),
    };
  const next = lines.findIndex((line, index) => index > start && /^##?\s/.test(line));
  const end = next === -1 ? lines.length : next;
  return {
    prompt: [...lines.slice(0, start), ...lines.slice(end)].join('\n').trim(),
    items: readItems(lines.slice(start, end), above + start),
  };
}

function readItems(lines: readonly string[], above: number): readonly RawItem[] {
  const items: RawItem[] = [];
  let section = '';
  for (const [index, line] of lines.entries()) {
    section = HEADING.exec(line)?.[2] ?? section;
    const text = TASK.exec(line)?.[1];
    if (text === undefined) continue;
    items.push({
      ...splitComment([text, ...continuation(lines, index + 1)].join(' ')),
      section,
      line: above + index + 1,
    });
  }
  return items;
}

/** Indented lines that follow an item belong to it. */
function continuation(lines: readonly string[], from: number): readonly string[] {
  const rest = lines.slice(from);
  const end = rest.findIndex((line) => !/^\s+\S/.test(line) || /^\s*[-*+] /.test(line));
  return (end === -1 ? rest : rest.slice(0, end)).map((line) => line.trim());
}

function splitComment(text: string): { readonly text: string; readonly comment: string | undefined } {
  const start = text.indexOf('<!--');
  if (start === -1) return { text: text.trim(), comment: undefined };
  const end = text.indexOf('-->', start);
  return { text: text.slice(0, start).trim(), comment: text.slice(start + 4, end === -1 ? undefined : end).trim() };
}

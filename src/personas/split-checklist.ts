import { cleanText } from './statements/clean-text.ts';
import { continuation } from './statements/continuation.ts';
import { MAX_ITEMS, type RawItem, splitComment } from './statements/raw-item.ts';
import { readStatements, type Statements } from './statements/read-statements.ts';

const TASK = /^\s*[-*+] \[[ xX]\] +(.*)$/;
const HEADING = /^(#{1,6})\s+(\S.*)$/;

export interface SplitFile {
  /** Everything that is no item. */
  readonly prompt: string;
  readonly items: readonly RawItem[];
}

/**
 * Parts the body of an agent file into items and prompt. Task list lines under a heading `## Checklist` are the checklist,
 * and nothing else is; without them every list of things to check counts, however it is written.
 */
export function splitChecklist(lines: readonly string[], above: number): SplitFile {
  const start = lines.findIndex((line) => /^##\s+checklist\s*$/i.test(line));
  const next = lines.findIndex((line, index) => index > start && /^##?\s/.test(line));
  const end = next === -1 ? lines.length : next;
  const checklist = start === -1 ? [] : readTasks(lines.slice(start, end), above + start);
  if (checklist.length > 0) {
    return { prompt: [...lines.slice(0, start), ...lines.slice(end)].join('\n').trim(), items: checklist };
  }
  const { items, used } = readStatements(lines, above);
  return { prompt: promptOf(lines, used), items };
}

function promptOf(lines: readonly string[], used: Statements['used']): string {
  return lines
    .filter((_, at) => !used.has(at))
    .join('\n')
    .trim();
}

function readTasks(lines: readonly string[], above: number): readonly RawItem[] {
  const items: RawItem[] = [];
  let section = '';
  for (const [at, line] of lines.entries()) {
    if (items.length > MAX_ITEMS) break;
    section =
      HEADING.exec(line)?.[2]
        ?.replace(/\s#+\s*$/, '')
        .trim() ?? section;
    const task = TASK.exec(line)?.[1];
    if (task === undefined) continue;
    const { text, comment } = splitComment([task, ...continuation(lines, at)].join(' '));
    items.push({ text: cleanText(text), comment, section: cleanText(section), line: above + at + 1 });
  }
  return items;
}

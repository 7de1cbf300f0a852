import type { ShellAssignment, ShellView } from '../../../documents/shell.ts';
import type { OutsideVariable } from './outside-variables.ts';

/** Filters that leave nothing of a text that could do harm, or only its size or a digest. */
const CLEANS =
  /\btr\s+-\w*[cd]|\bsed\b[^|]{0,200}s(.)\[\^|\bgrep\s+-\w*o\w*\s+["']?\^?(\\d|\[0-9|\[a-z)|\bgrep\s+-\w*[qc]|\b(wc|sha\d*sum|md5sum|base64|xxd|shasum|jq\s+-R|printf\s+-v\s+\w+\s+%q)\b|%q/i;

/** The variables of a script that hold outsiders' text, those included that it fills itself. */
export function followVariables(shell: ShellView, given: readonly OutsideVariable[]): OutsideVariable[] {
  const known = [...given];
  for (const { assignments } of shell.commands) {
    for (const assignment of assignments) {
      const found = assigned(assignment, known);
      if (found && !known.some(({ name }) => name === found.name)) known.push(found);
    }
  }
  return known;
}

function assigned({ name, value }: ShellAssignment, known: readonly OutsideVariable[]): OutsideVariable | undefined {
  const from = value && mentions(value.text, known);
  if (!value || !from) return undefined;
  const computed = /\$\(|`/.test(value.text);
  if (computed && CLEANS.test(value.text)) return undefined;
  const echoes = /^\$\(\s*(echo|printf|cat)\b[^|]*\)$/.test(value.text);
  if (computed && !echoes && !/\b(echo|printf)\b|<<</.test(value.text)) return undefined;
  const manyLines = from.manyLines && !ONE_LINE.test(value.text);
  return { ...from, name, manyLines, filtered: from.filtered || (computed && !echoes) };
}

/** Filters that leave one line. */
const ONE_LINE =
  /\bhead\s+(-n\s*)?-?1\b|\btail\s+(-n\s*)?-?1\b|\bsed\s+-n\s+["']?\d+p|\bgrep\s+-m\s*1\b|\btr\s+["']?\\n|\bxargs\b/;

const EXPANSION = /\$(?:(\w+)|\{(\w+)(?!\w)([^{}]*)\})/g;

/** The outsider's variable that a text expands. Forms that only ask whether it is set, or its length, count as none. */
export function mentions(text: string, known: readonly OutsideVariable[]): OutsideVariable | undefined {
  for (const [, plain, braced, rest = ''] of text.matchAll(EXPANSION)) {
    if (/^(:?\+|@Q|\/\/?\[\^|\/\/\$?'?\\n)/.test(rest)) continue;
    const found = known.find(({ name }) => name === (plain ?? braced));
    if (found) return found;
  }
  return undefined;
}

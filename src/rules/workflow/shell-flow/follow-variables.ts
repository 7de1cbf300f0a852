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
  const from = value && reaches(value.text, known);
  return from && { ...from, name };
}

/** The outsider's variable whose text gets into a word: as it is, or printed by a substitution. */
export function reaches(text: string, known: readonly OutsideVariable[]): OutsideVariable | undefined {
  const { plain, substitutions } = takeApart(text);
  const direct = mentions(plain, known);
  if (direct) return direct;
  for (const inside of substitutions) {
    const printed = inside.match(/(\b(echo|printf)\b|<<<)[^;&|]*/g) ?? [];
    const from = mentions(printed.join(' '), known);
    if (!from || CLEANS.test(inside)) continue;
    const piped = inside.includes('|') || inside.includes('<<<');
    return { ...from, manyLines: from.manyLines && !ONE_LINE.test(inside), filtered: from.filtered || piped };
  }
  return undefined;
}

/** A text without its `$(...)` and backticks, and what stands in them. */
function takeApart(text: string): { readonly plain: string; readonly substitutions: readonly string[] } {
  const substitutions: string[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const opens = text.startsWith('$(', at) ? '$(' : text[at] === '`' ? '`' : undefined;
    if (!opens) {
      plain += text[at];
      at += 1;
      continue;
    }
    const start = at + opens.length;
    const end = opens === '`' ? text.indexOf('`', start) : closing(text, start);
    const stop = end < 0 ? text.length : end;
    substitutions.push(text.slice(start, stop));
    at = stop + 1;
  }
  return { plain, substitutions };
}

/** Where the parenthesis that is open at a place is closed; -1 where it is not. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    if (depth === 0) return at;
  }
  return -1;
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

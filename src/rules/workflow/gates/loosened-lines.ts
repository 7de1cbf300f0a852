import { type Gate, gateOfCommand, isBesideCommand } from './gate-signs.ts';
import { type Loosened, programOf } from './loosened.ts';
import type { ScriptLine } from './script-lines.ts';

const MASK = /\s*(\|\||;)\s*(true|:|\/bin\/true|exit 0|(echo|printf)\b[^|&;]*|\{\s*(echo|printf)\b[^}]*\})\s*;?$/;

/** The checks whose failure a line throws away, where a script cannot be followed: other shells, or mistakes in it. */
export function loosenedLines(
  before: readonly ScriptLine[],
  after: readonly ScriptLine[],
  named: Gate | undefined,
): Loosened[] {
  const old = new Set(before.map(({ text }) => text));
  return after.filter(({ text }) => !old.has(text)).flatMap((line) => masked(line, before, named));
}

function masked(line: ScriptLine, before: readonly ScriptLine[], named: Gate | undefined): Loosened[] {
  const mask = MASK.exec(line.text);
  if (!mask || (mask[1] === ';' && !/^(true|:|exit 0|\/bin\/true)/.test(mask[2] ?? ''))) return [];
  const command = line.text.slice(0, mask.index).trim();
  const gate = gateOfCommand(command) ?? (isBesideCommand(command) ? undefined : named);
  const same =
    before.find(({ text }) => text === command) ??
    before.find(({ text }) => !MASK.test(text) && programOf(text) === programOf(command));
  if (!gate || !same) return [];
  const certain = gateOfCommand(command) !== undefined;
  return [
    { range: line.range, by: mask[0].trim(), command, gate, outcome: 'passes', before: same, certain, isWhole: true },
  ];
}

import type { DockerInstruction } from '../../../documents/dockerfile.ts';
import { type VariableUse, variablesIn } from './variables-in.ts';

/** In these Docker itself puts in the values. */
const REPLACED = new Set(['ADD', 'ARG', 'COPY', 'ENV', 'EXPOSE', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR']);

/** Variables that an instruction takes from its stage and that nothing stands in for. */
export function usesOf(instruction: DockerInstruction): readonly VariableUse[] {
  const { keyword, args, pairs, script } = instruction;
  if (keyword === 'RUN') return script ? usesOfScript(script.text, script.offset) : [];
  if (!REPLACED.has(keyword)) return [];
  const own = new Set(pairs.map(({ name }) => name));
  return args
    .flatMap(({ text, range }) => variablesIn(text, range.start, 'docker'))
    .filter(({ name, operator }) => operator === undefined && !own.has(name));
}

/** A script that reads another one, or is made of a heredoc in quotes, may get values from anywhere. */
function usesOfScript(text: string, offset: number): readonly VariableUse[] {
  if (/<<-?[ \t]*["'\\]|(^|[\s;&|(])(\.|source|eval|set -a|env)\s/.test(text)) return [];
  const set = namesSetIn(text);
  return variablesIn(text, offset, 'shell').filter(
    ({ name, operator }) => !/^:?[-=+?]/.test(operator ?? '') && !set.has(name),
  );
}

/** By an assignment, or by a command that may do it with any of its words. */
function namesSetIn(text: string): ReadonlySet<string> {
  const assigned = [...text.matchAll(/(\w+)\+?=/g)].map((match) => match[1] ?? '');
  const commands =
    text.match(/\b(?:read|for|export|local|declare|typeset|getopts|mapfile|readarray)\b[^;&|\n]*/g) ?? [];
  return new Set([...assigned, ...commands.flatMap((command) => command.match(/\w+/g) ?? [])]);
}

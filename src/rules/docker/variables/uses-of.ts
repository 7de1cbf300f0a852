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
  if (/<<-?\s*["'\\]|(^|[\s;&|(])(\.|source|eval|set -a|env)\s/.test(text)) return [];
  return variablesIn(text, offset, 'shell').filter(
    ({ name, operator }) => !/^:?[-=+?]/.test(operator ?? '') && !isSetIn(text, name),
  );
}

function isSetIn(text: string, name: string): boolean {
  return new RegExp(
    `\\b${name}\\+?=|\\b(read|for|export|local|declare|typeset|getopts|mapfile|readarray)\\b[^;&|\\n]*\\b${name}\\b`,
  ).test(text);
}

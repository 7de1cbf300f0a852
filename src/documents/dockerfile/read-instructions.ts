import type { Range, SourceComment } from '../../types.ts';
import type { DockerfileView, DockerInstruction } from '../dockerfile.ts';
import { readDirectives } from './read-directives.ts';
import { splitInstructions } from './split-instructions.ts';
import { toInstruction } from './to-instruction.ts';

interface ReadDockerfile {
  readonly instructions: readonly DockerInstruction[];
  readonly comments: readonly SourceComment[];
  readonly directives: DockerfileView['directives'];
}

const OTHER_SHELL = /powershell|pwsh|cmd(?:\.exe)?$/i;

/** All instructions of a file, with its comments and the directives on top. */
export function readInstructions(source: string): ReadDockerfile {
  const directives = readDirectives(source);
  const escapeChar = directives.find((one) => one.name === 'escape')?.value === '`' ? '`' : '\\';
  const { spans, comments } = splitInstructions(source, escapeChar);
  const isDirective = new Set(directives.map((one) => one.range.start));
  let isPosix = true;
  const instructions = spans.map((span) => {
    const instruction = toInstruction({ source, escapeChar, isPosix, ...span });
    // SHELL decides what the RUNs after it are written in, until the next stage.
    if (instruction.keyword === 'FROM') isPosix = true;
    if (instruction.keyword === 'SHELL') isPosix = !OTHER_SHELL.test(instruction.args[0]?.text ?? '');
    return instruction;
  });
  const plain = comments.filter((range) => !isDirective.has(range.start));
  return { instructions, comments: plain.map((range) => toComment(range, source)), directives };
}

function toComment(range: Range, source: string): SourceComment {
  return { range, text: source.slice(range.start + 1, range.end).trim() };
}

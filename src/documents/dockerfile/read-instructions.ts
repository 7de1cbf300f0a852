import { type Dockerfile, DockerfileParser, type Heredoc, type Instruction } from 'dockerfile-ast';
import type { Range, SourceComment } from '../../types.ts';
import type { DockerfileView, DockerHeredoc, DockerInstruction } from '../dockerfile.ts';
import { lineStarts } from '../source-text.ts';
import { toInstruction } from './to-instruction.ts';

interface ReadDockerfile {
  readonly instructions: readonly DockerInstruction[];
  readonly comments: readonly SourceComment[];
  readonly directives: DockerfileView['directives'];
}

/** Lines and columns of the library, from zero. */
interface LineRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

type ToOffsets = (range: LineRange) => Range;

const DIRECTIVES = new Set(['syntax', 'escape', 'check']);
const OTHER_SHELL = /powershell|pwsh|cmd(?:\.exe)?$/i;

/** Instruction boundaries, heredocs, comments come from dockerfile-ast; what is inside an instruction is read here. */
export function readInstructions(source: string): ReadDockerfile {
  const starts = lineStarts(source);
  const offset = (at: LineRange['start']) => Math.min(source.length, (starts[at.line] ?? source.length) + at.character);
  const toOffsets: ToOffsets = (range) => ({ start: offset(range.start), end: offset(range.end) });
  const file = DockerfileParser.parse(source);
  const top = file.getDirectives().map((one) => ({
    name: one.getName().toLowerCase(),
    value: one.getValue(),
    range: toOffsets(one.getRange()),
  }));
  const known = top.filter((one) => DIRECTIVES.has(one.name));
  const unknown = top.filter((one) => !DIRECTIVES.has(one.name)).map((one) => toComment(one.range, source));
  const comments = file.getComments().map((one) => toComment(toOffsets(one.getRange()), source));
  return {
    instructions: withShells(file, source, toOffsets),
    comments: [...unknown, ...comments].toSorted((a, b) => a.range.start - b.range.start),
    directives: known,
  };
}

/** SHELL decides what the RUNs after it are written in, until the next stage. */
function withShells(file: Dockerfile, source: string, toOffsets: ToOffsets): readonly DockerInstruction[] {
  const escapeChar = file.getEscapeCharacter();
  let isPosix = true;
  return file.getInstructions().map((node) => {
    const instruction = readInstruction(node, source, escapeChar, isPosix, toOffsets);
    if (instruction.keyword === 'FROM') isPosix = true;
    if (instruction.keyword === 'SHELL') isPosix = !OTHER_SHELL.test(instruction.args[0]?.text ?? '');
    return instruction;
  });
}

function readInstruction(
  node: Instruction,
  source: string,
  escapeChar: string,
  isPosix: boolean,
  toOffsets: ToOffsets,
): DockerInstruction {
  const heredocs = heredocsOf(node).flatMap((heredoc) => toHeredoc(heredoc, source, toOffsets));
  const range = toOffsets(node.getRange());
  return toInstruction({
    source,
    escapeChar,
    isPosix,
    range,
    keywordRange: toOffsets(node.getInstructionRange()),
    heredocs,
  });
}

/** The library types the method as protected where it is not public; ONBUILD hides it in its trigger. */
interface MayHaveHeredocs {
  getHeredocs?(): readonly Heredoc[];
  getTriggerInstruction?(): MayHaveHeredocs | null;
}

function heredocsOf(node: Instruction): readonly Heredoc[] {
  const whole = node as unknown as MayHaveHeredocs;
  const owner = whole.getTriggerInstruction?.() ?? whole;
  return owner.getHeredocs?.() ?? [];
}

function toHeredoc(heredoc: Heredoc, source: string, toOffsets: ToOffsets): readonly DockerHeredoc[] {
  const content = heredoc.getContentRange();
  if (!content) return [];
  const range = toOffsets(content);
  return [{ name: heredoc.getName(), text: source.slice(range.start, range.end), range }];
}

function toComment(range: Range, source: string): SourceComment {
  return { range, text: source.slice(range.start, range.end).replace(/^\s*#/, '').trim() };
}

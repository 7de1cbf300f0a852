import type { Document, ParseProblem, Range, Side } from '../types.ts';
import { dockerfileProblems } from './dockerfile/dockerfile-problems.ts';
import { readInstructions } from './dockerfile/read-instructions.ts';
import { toStages } from './dockerfile/to-stages.ts';

export type DockerfileDocument = Document<'dockerfile', DockerfileView>;

export interface DockerfileView {
  readonly stages: readonly DockerStage[];
  /** All instructions, in order, those before the first FROM included. */
  readonly instructions: readonly DockerInstruction[];
  /** ARGs before the first FROM: the only ones that FROM sees. */
  readonly args: readonly DockerPair[];
  /** `# syntax=`, `# escape=`, `# check=` on top of the file; names in lower case. */
  readonly directives: readonly { readonly name: string; readonly value: string; readonly range: Range }[];
}

export interface DockerStage {
  readonly index: number;
  readonly name?: string;
  /** Name, or index where it has none: the same on both sides of a change as far as possible. */
  readonly key: string;
  readonly from: DockerImage;
  /** From FROM on. */
  readonly instructions: readonly DockerInstruction[];
  /** The USER its containers run as; set in this stage, or in a stage of this file it builds on. */
  readonly user?: DockerWord;
  readonly range: Range;
}

export interface DockerImage {
  /** With the defaults of global ARGs filled in; absent where one has no default. */
  readonly image?: string;
  /** As written. */
  readonly raw: string;
  /** Without tag and digest: `ghcr.io/a/b`. */
  readonly repository?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly platform?: string;
  /** Of the image reference. */
  readonly range: Range;
  /** Index of the earlier stage that it names. */
  readonly stageRef?: number;
}

export interface DockerWord {
  /** Line continuations inside the word are taken out; quotes stay. */
  readonly text: string;
  readonly range: Range;
}

export interface DockerFlag {
  /** Without dashes. */
  readonly name: string;
  readonly value?: string;
  readonly range: Range;
}

export interface DockerPair {
  readonly name: string;
  /** Unquoted. Absent for `ARG NAME`. */
  readonly value?: string;
  readonly range: Range;
}

export interface DockerHeredoc {
  readonly name: string;
  readonly text: string;
  /** Of the text. */
  readonly range: Range;
}

export interface DockerInstruction {
  /** In upper case. */
  readonly keyword: string;
  readonly keywordRange: Range;
  readonly range: Range;
  /** Words after the flags, without heredoc bodies and comments. In exec form, the unquoted JSON strings, ranges inside the quotes. */
  readonly args: readonly DockerWord[];
  readonly form: 'shell' | 'exec';
  /** From the first to the last argument. */
  readonly argsRange: Range;
  readonly flags: readonly DockerFlag[];
  readonly heredocs: readonly DockerHeredoc[];
  /** Of ENV, ARG and LABEL. */
  readonly pairs: readonly DockerPair[];
  /** The instruction that ONBUILD puts off. */
  readonly onbuild?: DockerInstruction;
  /** What a POSIX shell runs for RUN: pass to `parseShell(script.text, script.offset)`. Absent for exec form, PowerShell, Python heredocs. */
  readonly script?: { readonly text: string; readonly offset: number };
  readonly rawText: string;
}

const MAX_LENGTH = 1_000_000;

/** Reads a Dockerfile. Never throws for a text; instructions that Docker does not know are in `problems`. */
export function parseDockerfile(path: string, side: Side, source: string): DockerfileDocument {
  if (source.length > MAX_LENGTH) return tooLarge(path, side, source);
  const { instructions, comments, directives } = readInstructions(source);
  const stages = toStages(instructions);
  const firstFrom = instructions.findIndex((one) => one.keyword === 'FROM');
  const global = instructions.slice(0, firstFrom < 0 ? instructions.length : firstFrom);
  const args = global.filter((one) => one.keyword === 'ARG').flatMap((one) => one.pairs);
  const view = { stages, instructions, args, directives };
  return { kind: 'dockerfile', path, side, source, view, comments, problems: dockerfileProblems(source, instructions) };
}

/** The flag of an instruction with this name, without dashes: `flag(copy, 'from')`. */
export function flag(instruction: DockerInstruction, name: string): DockerFlag | undefined {
  return instruction.flags.find((one) => one.name === name);
}

function tooLarge(path: string, side: Side, source: string): DockerfileDocument {
  const problem: ParseProblem = {
    range: { start: 0, end: source.length },
    message: `The file is too large to be reviewed (${source.length} characters, the limit is ${MAX_LENGTH}).`,
    severity: 'skipped',
  };
  const view = { stages: [], instructions: [], args: [], directives: [] };
  return { kind: 'dockerfile', path, side, source, view, comments: [], problems: [problem] };
}

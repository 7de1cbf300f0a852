import type { ShellCommand, ShellView } from '../../../documents/shell.ts';
import type { Range } from '../../../types.ts';

export type RunnerFile = 'GITHUB_ENV' | 'GITHUB_PATH' | 'GITHUB_OUTPUT';

/** A command that adds to a file of the runner. */
export interface FileWrite {
  readonly file: RunnerFile;
  readonly command: ShellCommand;
  /** What is written, as it stands in the script. */
  readonly text: string;
  readonly range: Range;
}

const FILES = /^["']?\$\{?(GITHUB_ENV|GITHUB_PATH|GITHUB_OUTPUT)\}?["']?$/;

/** What a script writes into the files with which a step sets variables, the search path and its outputs. */
export function fileWrites(source: string, shell: ShellView): FileWrite[] {
  const ends = new Map(
    shell.commands
      .filter((one) => one.pipelineLength > 1 && one.pipelineIndex === one.pipelineLength - 1)
      .map((one) => [one.pipelineRange.start, one]),
  );
  return shell.commands.flatMap((command) => {
    const file = fileOf(command) ?? fileOfTee(command, ends.get(command.pipelineRange.start));
    if (!file || command.words.length === 0) return [];
    return [
      {
        file,
        command,
        text: `${source.slice(command.range.start, command.range.end)}${bodyOf(source, command, shell)}`,
        range: command.range,
      },
    ];
  });
}

function fileOf({ redirects }: ShellCommand): RunnerFile | undefined {
  const target = redirects.findLast(({ operator }) => operator === '>>' || operator === '>')?.target;
  return toFile(target?.text);
}

/** `echo x | tee -a "$GITHUB_ENV"`: the first command of the pipe says what. */
function fileOfTee(command: ShellCommand, last: ShellCommand | undefined): RunnerFile | undefined {
  if (!last || last === command || command.words[0]?.text === 'tee') return undefined;
  return fileOf(last) ?? (last.words[0]?.text === 'tee' ? toFile(last.words.at(-1)?.text) : undefined);
}

function toFile(text: string | undefined): RunnerFile | undefined {
  const name = FILES.exec(text ?? '')?.[1];
  return name === 'GITHUB_ENV' || name === 'GITHUB_PATH' || name === 'GITHUB_OUTPUT' ? name : undefined;
}

/** The here-document of a command, unless its quoted delimiter keeps variables as they stand. */
function bodyOf(source: string, command: ShellCommand, { heredocs }: ShellView): string {
  const opening = command.redirects.find(({ operator }) => operator.startsWith('<<') && operator !== '<<<');
  if (!opening || /^<<-?\s*["'\\]/.test(source.slice(opening.range.start, opening.range.end))) return '';
  const body = heredocs.find(({ end }) => end > opening.range.start);
  return body ? source.slice(body.start, body.end) : '';
}

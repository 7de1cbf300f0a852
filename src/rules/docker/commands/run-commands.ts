import type { DockerInstruction } from '../../../documents/dockerfile.ts';
import { invokedWords, parseShell, type ShellCommand, type ShellWord } from '../../../documents/shell.ts';

/** A command that RUN runs. */
export interface RunCommand {
  readonly instruction: DockerInstruction;
  /** What really runs, without `sudo` and its like in front. */
  readonly words: readonly ShellWord[];
  /** The file name of the program: `apt-get` of `/usr/bin/apt-get`. */
  readonly program: string;
  /** Absent in exec form. */
  readonly command?: ShellCommand;
}

/** The commands of a RUN in shell or exec form; none for other instructions. */
export function runCommands(instruction: DockerInstruction): readonly RunCommand[] {
  const found = known.get(instruction) ?? readCommands(instruction);
  known.set(instruction, found);
  return found;
}

/** A dozen rules ask for those of every RUN. */
const known = new WeakMap<DockerInstruction, readonly RunCommand[]>();

function readCommands(instruction: DockerInstruction): readonly RunCommand[] {
  if (instruction.keyword !== 'RUN') return [];
  if (instruction.form === 'exec') {
    const words = instruction.args.map((arg) => ({ ...arg, hasExpansion: false }));
    return [{ instruction, words, program: programOf(words) }];
  }
  if (!instruction.script) return [];
  return parseShell(instruction.script.text, instruction.script.offset).commands.map((command) => {
    const words = invokedWords(command);
    return { instruction, command, words, program: programOf(words) };
  });
}

function programOf(words: readonly ShellWord[]): string {
  return words[0]?.text.replace(/^.*\//, '') ?? '';
}

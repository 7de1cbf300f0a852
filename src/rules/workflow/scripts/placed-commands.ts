import { parseShell, type ShellCommand } from '../../../documents/shell.ts';
import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';
import { scriptPlace } from '../gates/script-place.ts';

/** A command of a script, whose own ranges count from the script's first character. */
export interface PlacedCommand {
  readonly command: ShellCommand;
  /** In the file; the whole script where it is spelled in a way that hides the place. */
  readonly range: Range;
}

const known = new WeakMap<YamlScalar, readonly PlacedCommand[]>();

/** The commands of a POSIX shell script in their order, with their places in the file. */
export function placedCommands(source: string, run: YamlScalar): readonly PlacedCommand[] {
  const earlier = known.get(run);
  if (earlier) return earlier;
  const found = parseShell(run.text).commands.map((command) => ({ command, range: placeOf(source, run, command) }));
  known.set(run, found);
  return found;
}

function placeOf(source: string, run: YamlScalar, { range }: ShellCommand): Range {
  const start = scriptPlace(source, run, range.start);
  const end = scriptPlace(source, run, range.end);
  return start === undefined || end === undefined ? run.range : { start, end };
}

import type { SyntaxNode } from '../../../documents/syntax-tree.ts';

/** `?` where the text does not tell. */
export type ExitStatus = '0' | '1' | '?';

/** One way a script can go, and what the shell knows at a point of it. */
export interface ShellPath {
  readonly status: ExitStatus;
  /** What left the list of commands early. */
  readonly ended?: 'exit' | 'return' | 'loop';
  /** The gate was run, and failed. */
  readonly reached: boolean;
  readonly errexit: boolean;
  readonly pipefail: boolean;
  readonly variables: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, SyntaxNode>;
  readonly pipeStatus: readonly ExitStatus[];
  /** With what a job in the background ended. */
  readonly background?: ExitStatus;
  /** With what a trap ends the script. */
  readonly onExit?: ExitStatus;
  readonly onError?: ExitStatus;
}

/** Of more variables than this the first are forgotten: their values count as unknown. */
const MAX_VARIABLES = 30;

/** More ways than this are not told apart; those on which the gate failed are kept. */
const MAX_PATHS = 32;

/** Ways that differ in nothing are one. */
export function merged(paths: readonly ShellPath[]): readonly ShellPath[] {
  if (paths.length < 2) return paths;
  const unique = new Map(paths.map((path) => [identity(path), path]));
  return [...unique.values()].sort((a, b) => Number(b.reached) - Number(a.reached)).slice(0, MAX_PATHS);
}

function identity({ functions, variables, ...rest }: ShellPath): string {
  return JSON.stringify([rest, [...variables], [...functions].map(([name, { start }]) => [name, start])]);
}

/** The variables with one more. */
export function assigned(
  variables: ReadonlyMap<string, string>,
  name: string,
  value: string,
): ReadonlyMap<string, string> {
  const all = [...variables].filter(([other]) => other !== name);
  return new Map([...all.slice(-MAX_VARIABLES), [name, value]]);
}

/** The path after a command: `ended` is taken out where it is undefined. */
export function onwards({ ended: _ended, ...path }: ShellPath, changes: Partial<ShellPath>): ShellPath {
  return { ...path, ...changes };
}

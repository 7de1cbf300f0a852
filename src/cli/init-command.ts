import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { SETTINGS_PATH } from '../policy/settings-schema.ts';
import type { Arguments } from './read-arguments.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usage-error.ts';

const SETTINGS = `# How Pipewright reviews pull requests of this repository. It is read from the base branch, so a pull request
# cannot change the rules it is judged by. All keys: docs/configuration.md of Pipewright.

# observe: never fails, says what would have blocked. advise: comments. enforce: gates.
mode: enforce

# What an introduced finding must be to fail the gate: safe (high and certain, and of a rule that is wrong practically
# never), high, strict.
gate: safe
`;

/** Writes a settings file to begin with. */
export async function initCommand(args: Arguments, { cwd, out }: Streams): Promise<number> {
  const file = join(resolve(cwd, args.repo ?? '.'), SETTINGS_PATH);
  if ((await exists(file)) && !args.flags.has('force')) {
    throw new UsageError(`${SETTINGS_PATH} is already there. Edit it, or start over with \`pipewright init --force\`.`);
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, SETTINGS);
  out(`Wrote ${SETTINGS_PATH} (mode enforce, gate safe). It counts once it is on the base branch.\n`);
  out('Next: require the check named Pipewright in a ruleset, or run `pipewright review` to see what it says.\n');
  return 0;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

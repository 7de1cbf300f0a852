import { inspect } from 'node:util';
import { checklistsCommand } from './cli/checklists-command.ts';
import { debtCommand } from './cli/debt-command.ts';
import { doctorCommand } from './cli/doctor-command.ts';
import { explainCommand } from './cli/explain-command.ts';
import { HELP } from './cli/help.ts';
import { initCommand } from './cli/init-command.ts';
import { policyCommand } from './cli/policy-command.ts';
import { previewCommand } from './cli/preview-command.ts';
import { type Arguments, readArguments } from './cli/read-arguments.ts';
import { reviewCommand } from './cli/review-command.ts';
import { rulesCommand } from './cli/rules-command.ts';
import { scanCommand } from './cli/scan-command.ts';
import { processStreams, type Streams } from './cli/streams.ts';
import { unreadArguments } from './cli/unread-arguments.ts';
import { UsageError } from './cli/usage-error.ts';
import { GitError } from './local/git.ts';
import { useProxies } from './local/use-proxies.ts';
import { version } from './local/version.ts';
import { nearestWord } from './policy/nearest-word.ts';

type Command = (args: Arguments, streams: Streams) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  review: reviewCommand,
  scan: scanCommand,
  rules: rulesCommand,
  explain: explainCommand,
  checklists: checklistsCommand,
  policy: policyCommand,
  debt: debtCommand,
  preview: previewCommand,
  init: initCommand,
  doctor: doctorCommand,
};

void main(process.argv.slice(2), processStreams()).then((code) => {
  process.exitCode = code;
});

async function main(argv: readonly string[], streams: Streams): Promise<number> {
  try {
    const args = readArguments(argv);
    if (args.flags.has('version')) return say(streams, `${await version()}\n`);
    if (args.flags.has('help') || args.command === 'help') return say(streams, HELP);
    for (const sentence of unreadArguments(args)) streams.err(`pipewright: ${sentence}\n`);
    await useProxies(streams.env);
    return await commandFor(args.command)(args, streams);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof GitError)) return failed(error, streams);
    streams.err(`pipewright: ${error.message}\n`);
    return 2;
  }
}

/** Left to Node, an error would show a line of the bundle, which is thousands of characters, and exit as a failed gate. */
function failed(error: unknown, { err }: Streams): number {
  err(`pipewright: nothing was decided, because of a defect of Pipewright. Please report it with what follows.\n`);
  err(`${inspect(error)}\n`);
  return 3;
}

function commandFor(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command;
  const near = nearestWord(name, Object.keys(COMMANDS));
  throw new UsageError(
    `There is no command \`${name}\`.${near ? ` Did you mean \`${near}\`?` : ''} \`pipewright --help\` lists them.`,
  );
}

function say({ out }: Streams, text: string): number {
  out(text);
  return 0;
}

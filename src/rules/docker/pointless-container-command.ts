import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const pointlessContainerCommand: Rule<DockerfileDocument> = {
  id: 'pointless-container-command',
  kinds: ['dockerfile'],
  title: 'A command makes no sense in a build',
  severity: 'info',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: {
    hadolint: ['DL3001'],
    kics: ['9b6b0f38-92a2-41f9-b881-3a1083d99f1b'],
    semgrep: ['nonsensical-command'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const run of stage.instructions.flatMap(runCommands)) {
        if (!isPointless(run)) continue;
        yield {
          range: run.command?.range ?? run.instruction.range,
          key: `${stage.key}/${run.program}`,
          message: {
            what: `${quote(run.words.map(({ text }) => text).join(' '))} is for a terminal, or for a whole machine.`,
            why: 'A build has no terminal, and neither it nor a container is a machine: the command does nothing, or fails.',
            remedy: 'Remove it.',
          },
        };
      }
    }
  },
};

function isPointless({ program, words, command }: RunCommand): boolean {
  if (command && (command.inSubstitution || command.pipelineLength > 1 || command.redirects.length > 0)) return false;
  // Editors with something to do are scripts.
  if (/^(vim?|nano|emacs)$/.test(program)) return !words.some(({ text }) => /^[-+]/.test(text));
  return /^(shutdown|reboot|poweroff|top|htop|free|ps|mount|umount|ifconfig)$/.test(program);
}

import type { DockerfileDocument, DockerInstruction } from '../../documents/dockerfile.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { runCommands } from './commands/run-commands.ts';
import { finalChain } from './stages/stage-chain.ts';

export const consecutiveRun: Rule<DockerfileDocument> = {
  id: 'consecutive-run',
  kinds: ['dockerfile'],
  title: 'Several small steps could be one layer',
  severity: 'info',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'cost',
  aliases: { hadolint: ['DL3059'], kics: ['0008c003-79aa-42d8-95b8-1c2fe37dbfe6'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of finalChain(view.stages)) {
      for (const [i, second] of stage.instructions.entries()) {
        const first = stage.instructions[i - 1];
        if (!first || !isSmall(first) || !isSmall(second) || flagsOf(first) !== flagsOf(second)) continue;
        yield {
          range: second.range,
          key: `${stage.key}/${second.args[0]?.text ?? ''} ${second.args[1]?.text ?? ''}`,
          message: {
            what: `${quote(second.rawText)} comes right behind another short ${quote('RUN')}.`,
            why: 'Each makes a layer of its own; what the first leaves behind, the second can no longer take out of the image.',
            remedy: `Join them with ${quote('&&')}, or write both into a heredoc.`,
          },
        };
      }
    }
  },
};

function isSmall(instruction: DockerInstruction): boolean {
  const commands = runCommands(instruction).length;
  return instruction.keyword === 'RUN' && instruction.heredocs.length === 0 && commands > 0 && commands <= 2;
}

function flagsOf({ flags }: DockerInstruction): string {
  return flags.map(({ name, value = '' }) => `${name}=${value}`).join(' ');
}

import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { runCommands } from './commands/run-commands.ts';

export const cdInsteadOfWorkdir: Rule<DockerfileDocument> = {
  id: 'cd-instead-of-workdir',
  kinds: ['dockerfile'],
  title: 'A step changes the folder by itself',
  severity: 'info',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: {
    hadolint: ['DL3003'],
    trivy: ['DS-0013', 'DS013', 'AVD-DS-0013'],
    kics: ['f4a6bcd3-e231-4acf-993c-aa027be50d2e'],
    semgrep: ['use-workdir'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const instruction of stage.instructions) {
        const [first, ...rest] = runCommands(instruction);
        // One at the end is told as a mistake, one further on is a stop on the way.
        if (first?.program !== 'cd' || rest.length === 0 || first.command?.inSubstitution) continue;
        const folder = first.words[1]?.text ?? '';
        yield {
          range: first.command?.range ?? instruction.range,
          key: `${stage.key}/cd ${folder}`,
          message: {
            what: `The step begins with ${quote(`cd ${folder}`)}.`,
            why: 'Where a step works is easier to see, and the same for the steps behind it, in an instruction of its own.',
            remedy: `Put ${quote(`WORKDIR ${folder}`)} in front.`,
          },
        };
      }
    }
  },
};

import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { runCommands } from './commands/run-commands.ts';

export const wgetAndCurl: Rule<DockerfileDocument> = {
  id: 'wget-and-curl',
  kinds: ['dockerfile'],
  title: 'Two programs do the same: wget and curl',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'cost',
  aliases: {
    hadolint: ['DL4001'],
    trivy: ['DS-0014', 'DS014', 'AVD-DS-0014'],
    kics: ['fc775e75-fcfb-4c98-b2f2-910c5858b359'],
    semgrep: ['use-either-wget-or-curl'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      const runs = stage.instructions.flatMap(runCommands).filter(({ program }) => /^(wget|curl)$/.test(program));
      const [first] = runs;
      const other = runs.find(({ program }) => program !== first?.program);
      if (!first || !other) continue;
      yield {
        range: other.command?.range ?? other.instruction.range,
        key: `${stage.key}/downloads`,
        message: {
          what: `${quote(other.program)} fetches here what ${quote(first.program)} fetches above.`,
          why: 'Both have to be installed and kept up to date, and they treat errors and redirects differently.',
          remedy: `Use ${quote(first.program)} for all downloads of the stage.`,
        },
      };
    }
  },
};

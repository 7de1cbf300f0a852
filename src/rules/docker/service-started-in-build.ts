import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const serviceStartedInBuild: Rule<DockerfileDocument> = {
  id: 'service-started-in-build',
  kinds: ['dockerfile'],
  title: 'A service is started that the image does not keep',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
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
      for (const instruction of stage.instructions) {
        const last = runCommands(instruction).at(-1);
        if (last && starts(last)) yield problem(stage, last);
      }
    }
  },
};

/** With nothing behind it in the same step that could use it. */
function starts({ program, words, command }: RunCommand): boolean {
  if (command && (command.inSubstitution || command.inCondition)) return false;
  const rest = words.slice(1).map(({ text }) => text);
  if (program === 'systemctl') return /^(start|restart|reload)$/.test(rest[0] ?? '');
  if (program === 'service' || program === 'rc-service') return /^(start|restart|reload)$/.test(rest.at(-1) ?? '');
  return /^\/etc\/init\.d\//.test(words[0]?.text ?? '') && /^(start|restart)$/.test(rest[0] ?? '');
}

function problem(stage: DockerStage, { words, command, instruction }: RunCommand): Observation {
  const text = words.map((word) => word.text).join(' ');
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/${text.slice(0, 60)}`,
    message: {
      what: `${quote(text)} ends with its step.`,
      why: 'A layer holds files and no processes: in the next step, and in every container, the service is not running.',
      remedy: `Start it where containers start, with ${quote('CMD')} or ${quote('ENTRYPOINT')}; what only the build needs goes into the same RUN.`,
    },
  };
}

import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const cdWithoutEffect: Rule<DockerfileDocument> = {
  id: 'cd-without-effect',
  kinds: ['dockerfile'],
  title: 'A step changes the folder and ends',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL3003'],
    trivy: ['DS-0013', 'DS013', 'AVD-DS-0013'],
    kics: ['f4a6bcd3-e231-4acf-993c-aa027be50d2e'],
    semgrep: ['use-workdir'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const instruction of stage.instructions) {
        const runs = runCommands(instruction);
        const last = runs.at(-1);
        if (last && isPlainCd(last)) yield problem(stage, last, runs.length === 1);
      }
    }
  },
};

/** A folder by name, and not inside of `$(...)` or a test, where the end is the point. */
function isPlainCd({ program, words, command }: RunCommand): boolean {
  const [, folder, ...rest] = words;
  if (program !== 'cd' || !folder || rest.length > 0 || /^-/.test(folder.text)) return false;
  return !command || (!command.inSubstitution && !command.inCondition && command.pipelineLength === 1);
}

function problem(stage: DockerStage, { words, command, instruction }: RunCommand, isAlone: boolean): Observation {
  const folder = words[1]?.text ?? '';
  const isShell = isAlone && command && instruction.flags.length === 0 && !words[1]?.hasExpansion;
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/cd ${folder}`,
    message: {
      what: `${quote(`cd ${folder}`)} is the last thing that the step does.`,
      why: 'Each RUN begins again in the working directory of the stage: what comes next runs in another folder than it looks.',
      remedy: `Write ${quote(`WORKDIR ${folder}`)}, or ${isAlone ? 'put the commands that need it into the same RUN' : 'leave it out'}.`,
    },
    ...(isShell
      ? {
          fix: {
            title: 'Change the working directory',
            safety: 'review' as const,
            edits: [{ range: instruction.range, text: `WORKDIR ${folder}` }],
          },
        }
      : {}),
  };
}

import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { ShellWord } from '../../documents/shell.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';
import { finalChain } from './stages/stage-chain.ts';

export const installRecommendsOn: Rule<DockerfileDocument> = {
  id: 'install-recommends-on',
  kinds: ['dockerfile'],
  title: 'apt-get installs more than was asked for',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'cost',
  aliases: {
    hadolint: ['DL3015'],
    trivy: ['DS-0029', 'DS029', 'AVD-DS-0029'],
    kics: ['7384dfb2-fcd1-4fbf-91cd-6c44c318c33c'],
    semgrep: ['missing-no-install-recommends'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    if (/Install-Recommends[\s"'=]*(0|false|no)/i.test(source)) return;
    for (const stage of finalChain(view.stages)) {
      for (const run of stage.instructions.flatMap(runCommands)) {
        const verb = run.words.find(({ text }) => text === 'install');
        if (!verb || !/^apt(-get)?$/.test(run.program) || run.words.some(decides)) continue;
        yield problem(stage, run, verb);
      }
    }
  },
};

/** Says it, or may say it when it runs. */
function decides({ text, hasExpansion }: ShellWord): boolean {
  return /^--(no-)?install-(recommends|suggests)/.test(text) || (hasExpansion && /opt|flag|arg/i.test(text));
}

function problem(stage: DockerStage, { words, command, instruction }: RunCommand, verb: ShellWord): Observation {
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/apt`,
    message: {
      what: `${quote(words.map(({ text }) => text).join(' '))} also installs what the packages recommend.`,
      why: 'Documentation, tools and services that nobody asked for make the image larger and have holes of their own.',
      remedy: `Add ${quote('--no-install-recommends')}, and name what is missing then.`,
    },
    ...(command
      ? {
          fix: {
            title: 'Install only what is named',
            safety: 'review' as const,
            edits: [{ range: { start: verb.range.end, end: verb.range.end }, text: ' --no-install-recommends' }],
          },
        }
      : {}),
  };
}

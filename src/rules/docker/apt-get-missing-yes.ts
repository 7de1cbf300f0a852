import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { ShellWord } from '../../documents/shell.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

const ASKS = new Set([
  'install',
  'upgrade',
  'dist-upgrade',
  'full-upgrade',
  'build-dep',
  'remove',
  'purge',
  'autoremove',
]);

export const aptGetMissingYes: Rule<DockerfileDocument> = {
  id: 'apt-get-missing-yes',
  kinds: ['dockerfile'],
  title: 'apt-get waits for an answer nobody gives',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {
    hadolint: ['DL3014'],
    trivy: ['DS-0021', 'DS021', 'AVD-DS-0021'],
    kics: ['77783205-c4ca-4f80-bb80-c777f267c547'],
    semgrep: ['missing-assume-yes-switch'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    // Set once for all calls, in a configuration file or an alias.
    if (/Assume-Yes|force-confdef|apt\.conf/.test(source)) return;
    for (const stage of view.stages) {
      for (const run of stage.instructions.flatMap(runCommands)) {
        const verb = run.words.find(({ text }) => ASKS.has(text));
        if (!verb || !/^apt(-get)?$/.test(run.program) || isAnswered(run)) continue;
        yield problem(stage, run, verb);
      }
    }
  },
};

/** By a switch, by what is piped in, or by something that only shows when it runs. */
function isAnswered({ words, command, instruction }: RunCommand): boolean {
  if (command && (command.pipelineIndex > 0 || command.redirects.some(({ operator }) => operator.startsWith('<'))))
    return true;
  if (/^yes\b/.test(instruction.script?.text ?? '')) return true;
  const quiet = words.filter(({ text }) => /^(-q|--quiet)$/.test(text)).length;
  return quiet > 1 || words.some(answers);
}

function answers({ text, hasExpansion }: ShellWord): boolean {
  if (hasExpansion && /opt|flag|arg|yes/i.test(text)) return true;
  if (/^--(yes|assume-yes|simulate|just-print|dry-run|no-act|print-uris)$/.test(text)) return true;
  return /^-[a-zA-Z]*[ys]/.test(text) || /^-[a-zA-Z]*q(q|=2)/.test(text);
}

function problem(
  stage: DockerStage,
  { program, words, command, instruction }: RunCommand,
  verb: ShellWord,
): Observation {
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/${program} ${verb.text}`,
    message: {
      what: `${quote(words.map(({ text }) => text).join(' '))} has no ${quote('-y')}.`,
      why: 'As soon as one more package is needed it asks whether to go on; a build has no one to answer, and stops.',
      remedy: `Add ${quote('-y')}.`,
    },
    ...(command
      ? {
          fix: {
            title: 'Answer yes',
            safety: 'safe' as const,
            edits: [{ range: { start: verb.range.end, end: verb.range.end }, text: ' -y' }],
          },
        }
      : {}),
  };
}

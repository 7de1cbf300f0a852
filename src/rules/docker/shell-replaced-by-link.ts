import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const shellReplacedByLink: Rule<DockerfileDocument> = {
  id: 'shell-replaced-by-link',
  kinds: ['dockerfile'],
  title: "The system's shell is replaced by another one",
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: {
    hadolint: ['DL4005'],
    kics: ['8a301064-c291-4b20-adcb-403fe7fd95fd'],
    semgrep: ['use-shell-instruction'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const run of stage.instructions.flatMap(runCommands)) if (relinks(run)) yield problem(stage, run);
    }
  },
};

function relinks({ program, words }: RunCommand): boolean {
  const paths = words.slice(1).filter(({ text }) => !text.startsWith('-'));
  // The same shell under its name, such as that of BusyBox, is no other one.
  if (/(^|\/)(sh|busybox)$/.test(paths[0]?.text ?? '')) return false;
  return program === 'ln' && paths.length === 2 && /^(\/usr)?\/bin\/sh$/.test(paths[1]?.text ?? '');
}

function problem(stage: DockerStage, { words, command, instruction }: RunCommand): Observation {
  const shell = words.filter(({ text }) => !text.startsWith('-'))[1]?.text ?? '';
  const path = shell.startsWith('/') ? shell : `/bin/${shell}`;
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/sh`,
    message: {
      what: `${quote(words.map(({ text }) => text).join(' '))} puts another shell at ${quote('/bin/sh')}.`,
      why: 'Scripts of the distribution were tested with the shell they came with, and an update of its package puts that one back.',
      remedy: `Say it to Docker alone: ${quote(`SHELL ["${path}", "-c"]`)}.`,
    },
  };
}

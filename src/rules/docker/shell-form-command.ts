import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { finalChain } from './stages/stage-chain.ts';

export const shellFormCommand: Rule<DockerfileDocument> = {
  id: 'shell-form-command',
  kinds: ['dockerfile'],
  title: 'A shell stands between the container and its program',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'reliability',
  aliases: {
    hadolint: ['DL3025'],
    buildkit: ['JSONArgsRecommended'],
    kics: ['b86987e1-6397-4619-81d5-8807f2387c79'],
    semgrep: ['prefer-json-notation'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    const chain = finalChain(view.stages);
    // Whoever chooses a shell wants it.
    if (chain.some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'SHELL'))) return;
    const starts = ['ENTRYPOINT', 'CMD'].flatMap((keyword) => lastOf(chain, keyword) ?? []);
    for (const { stage, instruction } of starts) if (needsNoShell(instruction)) yield problem(stage, instruction);
  },
};

interface Placed {
  readonly stage: DockerStage;
  readonly instruction: DockerInstruction;
}

/** The one that counts. */
function lastOf(chain: readonly DockerStage[], keyword: string): Placed | undefined {
  for (const stage of chain) {
    const instruction = stage.instructions.findLast((one) => one.keyword === keyword);
    if (instruction) return { stage, instruction };
  }
  return undefined;
}

/** One program and its words: no variables, operators or quotes, and no `exec`, which ends the shell. */
function needsNoShell({ form, args, heredocs }: DockerInstruction): boolean {
  if (form === 'exec' || heredocs.length > 0 || args.length === 0) return false;
  const words = args.map(({ text }) => text);
  return (
    /^[\w./-]+$/.test(words[0] ?? '') &&
    !/^(exec|source|cd|\.|export|set|ulimit|if|for|while|true|:|echo)$/.test(words[0] ?? '') &&
    words.every((word) => /^[\w./:=,@%+-]+$/.test(word))
  );
}

function problem(stage: DockerStage, { keyword, args, argsRange, range }: DockerInstruction): Observation {
  const json = `[${args.map(({ text }) => JSON.stringify(text)).join(', ')}]`;
  return {
    range,
    key: `${stage.key}/${keyword}`,
    message: {
      what: `${quote(`${keyword} ${args.map(({ text }) => text).join(' ')}`)} is started by a shell.`,
      why: `The shell is process 1, and depending on the image it stays: it passes on no signal, so that the program is killed after ten seconds instead of ending in order.${keyword === 'ENTRYPOINT' ? ` ${quote('CMD')} and the arguments of ${quote('docker run')} never reach the program.` : ''}`,
      remedy: `Write ${quote(`${keyword} ${json}`)}.`,
    },
    fix: {
      title: 'Start the program itself',
      // An entry point, also one of the base image, may make something else of the words.
      safety: 'review',
      edits: [{ range: argsRange, text: json }],
    },
  };
}

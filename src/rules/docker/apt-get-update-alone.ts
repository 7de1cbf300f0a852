import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { hasMount } from './commands/has-mount.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const aptGetUpdateAlone: Rule<DockerfileDocument> = {
  id: 'apt-get-update-alone',
  kinds: ['dockerfile'],
  title: 'Packages are installed from an old list',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'reproducibility',
  aliases: {
    trivy: ['DS-0017', 'AVD-DS-0017'],
    checkov: ['CKV_DOCKER_5'],
    kics: ['9bae49be-0aa3-4de5-bab2-4c3a069e40cd'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ path, view }, context) {
    for (const stage of view.stages) {
      const runs = stage.instructions.filter(({ keyword }) => keyword === 'RUN');
      for (const [i, run] of runs.entries()) {
        const commands = runCommands(run);
        const update = commands.find((one) => isApt(one, /^update$/));
        if (!update || hasMount(run, /apt/) || commands.some(usesPackages)) continue;
        const install = nextInstall(runs, i + 1);
        if (install) yield problem(stage, update, install, path, context.side);
      }
    }
  },
};

function isApt({ program, words }: RunCommand, verb: RegExp): boolean {
  return /^(apt|apt-get|aptitude)$/.test(program) && words.slice(1).some(({ text }) => verb.test(text));
}

/** Something of the same step that needs the lists as they are now: a script may as well. */
function usesPackages(run: RunCommand): boolean {
  return (
    isApt(run, /^(install|upgrade|dist-upgrade|full-upgrade|build-dep|source|satisfy|download)$/) ||
    /^(apt-cache|apt-file|add-apt-repository)$/.test(run.program) ||
    /^\.{0,2}\/|\.sh$|^(ba|da)?sh$|^xargs$/.test(run.words[0]?.text ?? '')
  );
}

/** The first later step that installs, unless it brings the list up to date itself. */
function nextInstall(runs: readonly DockerInstruction[], from: number): RunCommand | undefined {
  for (let i = from; i < runs.length; i++) {
    const run = runs[i];
    if (!run) continue;
    const commands = runCommands(run);
    if (commands.some((one) => isApt(one, /^update$/))) return undefined;
    const install = commands.find((one) => isApt(one, /^(install|upgrade|dist-upgrade|full-upgrade|build-dep)$/));
    if (install) return install;
  }
  return undefined;
}

function problem(
  stage: DockerStage,
  update: RunCommand,
  install: RunCommand,
  path: string,
  side: 'base' | 'head',
): Observation {
  const range = update.command?.range ?? update.instruction.range;
  return {
    range,
    key: `${stage.key}/update`,
    message: {
      what: `${quote(update.words.map(({ text }) => text).join(' '))} is a layer of its own, and a later step installs from its list.`,
      why: 'The cache keeps the layer for months while the step behind it changes: it then gets packages with known holes, or asks for versions that the mirror has deleted, and the build fails.',
      remedy: `Join them: ${quote('RUN apt-get update && apt-get install -y ...')}.`,
    },
    related: [
      { path, side, range: install.command?.range ?? install.instruction.range, message: 'This step installs.' },
    ],
  };
}

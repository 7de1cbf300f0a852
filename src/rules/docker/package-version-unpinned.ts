import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote, quoteAll } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';
import { type UnpinnedPackages, unpinnedPackages } from './commands/unpinned-packages.ts';

export const packageVersionUnpinned: Rule<DockerfileDocument> = {
  id: 'package-version-unpinned',
  kinds: ['dockerfile'],
  title: 'Package is installed in whatever version there is',
  severity: 'low',
  confidence: 'likely',
  strictness: 'pedantic',
  domain: 'reproducibility',
  aliases: {
    hadolint: ['DL3008', 'DL3013', 'DL3016', 'DL3018', 'DL3028', 'DL3033', 'DL3037', 'DL3041', 'DL3062'],
    kics: [
      '965a08d7-ef86-4f14-8792-4a3b2098937e',
      'd3499f6d-1651-41bb-a9a7-de925fea487b',
      '02d9c71f-3ee8-4986-9c27-1a20d0d19bfc',
      'e36d8880-3f78-4546-b9a1-12f0745ca0d5',
      '22cd11f7-9c6c-4f6e-84c0-02058120b341',
      '6452c424-1d92-4deb-bb18-a03e95d579c4',
      '93d88cf7-f078-46a8-8ddc-178e03aeacf1',
      '562952e4-0348-4dea-9826-44f3a2c6117b',
    ],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const run of stage.instructions.flatMap(runCommands)) {
        const found = unpinnedPackages(run);
        if (found) yield problem(stage, run, found);
      }
    }
  },
};

function problem(
  stage: DockerStage,
  { program, command, instruction }: RunCommand,
  { names, manager }: UnpinnedPackages,
): Observation {
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/${program} ${names.join(' ').slice(0, 120)}`,
    message: {
      what: `${quoteAll(names)} ${names.length === 1 ? 'has' : 'have'} no version.`,
      why: 'The image depends on the day of its build: a release that is broken, or taken over by somebody else, gets in without a change here.',
      remedy: `Name the version that was tested, such as ${quote(manager.example)}, or install from a lock file.`,
    },
  };
}

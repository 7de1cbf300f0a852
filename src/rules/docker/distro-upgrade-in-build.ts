import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const distroUpgradeInBuild: Rule<DockerfileDocument> = {
  id: 'distro-upgrade-in-build',
  kinds: ['dockerfile'],
  title: 'The build brings all packages up to date',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'reproducibility',
  aliases: {
    hadolint: ['DL3035'],
    trivy: ['DS-0024', 'DS024', 'AVD-DS-0024'],
    semgrep: [
      'avoid-apt-get-upgrade',
      'avoid-apk-upgrade',
      'avoid-dnf-update',
      'avoid-yum-update',
      'avoid-zypper-update',
    ],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const run of stage.instructions.flatMap(runCommands)) {
        if (!upgradesAll(run)) continue;
        const { words, command, instruction, program } = run;
        yield {
          range: command?.range ?? instruction.range,
          key: `${stage.key}/${program}`,
          message: {
            what: `${quote(words.map(({ text }) => text).join(' '))} replaces packages of the base image.`,
            why: 'Two builds of the same commit differ, the replaced files stay in the layers below, and a builder that has the step in its cache upgrades nothing.',
            remedy:
              'Take a newer base image, and build again when it has fixes; name single packages that must be newer.',
          },
        };
      }
    }
  },
};

const UPGRADES: readonly (readonly [RegExp, RegExp])[] = [
  [/^apt(-get)?$/, /^(upgrade|dist-upgrade|full-upgrade)$/],
  [/^apk$/, /^upgrade$/],
  [/^(yum|dnf5?|microdnf|tdnf)$/, /^(update|upgrade|distro-sync)$/],
  [/^zypper$/, /^(update|up|dist-upgrade|dup)$/],
];

/** Without names of packages: all of them. */
function upgradesAll({ program, words }: RunCommand): boolean {
  const verbs = UPGRADES.find(([programs]) => programs.test(program))?.[1];
  const plain = words.slice(1).filter(({ text }) => !text.startsWith('-'));
  return verbs !== undefined && plain.length === 1 && verbs.test(plain[0]?.text ?? '');
}

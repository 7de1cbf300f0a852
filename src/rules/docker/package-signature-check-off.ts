import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { ShellWord } from '../../documents/shell.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const packageSignatureCheckOff: Rule<DockerfileDocument> = {
  id: 'package-signature-check-off',
  kinds: ['dockerfile'],
  title: 'Packages are installed without a look at their signatures',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: {
    checkov: ['CKV2_DOCKER_7', 'CKV2_DOCKER_8', 'CKV2_DOCKER_9', 'CKV2_DOCKER_10', 'CKV2_DOCKER_11'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const run of stage.instructions.flatMap(runCommands)) {
        const found = switchOf(run);
        if (found) yield problem(stage, run, found);
      }
    }
  },
};

/** Programs and what of their options takes packages as they come, as their manuals say in November 2026. */
const SWITCHES: readonly (readonly [RegExp, RegExp])[] = [
  [/^apk$/, /^--allow-untrusted$/],
  [
    /^(apt|apt-get|aptitude)$/,
    /^--(allow-unauthenticated|force-yes|allow-insecure-repositories)$|AllowUnauthenticated=(true|1|yes)/i,
  ],
  [/^(yum|dnf5?|microdnf|tdnf)$/, /^--(nogpgcheck|no-gpgchecks)$|^--setopt=(\w+\.)?gpgcheck=(0|false)$/],
  [/^zypper$/, /^--(no-gpg-checks|allow-unsigned-rpm)$/],
  [/^rpm$/, /^--(nodigest|nosignature|noverify|nofiledigest)$/],
];

function switchOf({ program, words }: RunCommand): ShellWord | undefined {
  const options = SWITCHES.find(([programs]) => programs.test(program))?.[1];
  return options && words.slice(1).find(({ text }) => options.test(text));
}

function problem(
  stage: DockerStage,
  { words, command, instruction, program }: RunCommand,
  found: ShellWord,
): Observation {
  // A file that lies there may have been checked when it was fetched.
  const isFile = words.some(({ text }) => /\.(apk|deb|rpm)$/.test(text) && !/^https?:/.test(text));
  return {
    range: command ? found.range : instruction.range,
    key: `${stage.key}/${program} ${found.text}`,
    ...(isFile ? { severity: 'low' as const } : {}),
    message: {
      what: `${quote(words.map(({ text }) => text).join(' '))} installs with ${quote(found.text)}.`,
      why: isFile
        ? 'Nothing here shows who made the package: another file of that name is installed as well, with all rights.'
        : 'Whoever can answer for the mirror, or for a repository that is gone, puts programs of their own into the image.',
      remedy: isFile
        ? 'Import the key of its maker, or check its hash where it is fetched.'
        : `Import the key of the repository, and leave out ${quote(found.text)}.`,
    },
  };
}

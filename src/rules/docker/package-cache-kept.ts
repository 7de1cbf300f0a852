import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { hasMount } from './commands/has-mount.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';
import { finalChain } from './stages/stage-chain.ts';

export const packageCacheKept: Rule<DockerfileDocument> = {
  id: 'package-cache-kept',
  kinds: ['dockerfile'],
  title: 'The cache of the package manager stays in the image',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'cost',
  aliases: {
    hadolint: ['DL3019', 'DL3032', 'DL3036', 'DL3040'],
    trivy: ['DS-0025', 'DS-0015', 'DS-0019', 'DS-0020', 'AVD-DS-0025', 'AVD-DS-0015', 'AVD-DS-0019', 'AVD-DS-0020'],
    kics: [
      'ae9c56a6-3ed1-4ac0-9b54-31267f51151d',
      '00481784-25aa-4a55-8633-3136dfcf4f37',
      '295acb63-9246-4b21-b441-7c1f1fb62dc0',
      '38300d1a-feb2-4a48-936a-d1ef1cd24313',
    ],
    semgrep: ['missing-apk-no-cache', 'remove-package-cache', 'missing-zypper-clean'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of finalChain(view.stages)) {
      for (const instruction of stage.instructions) {
        if (hasMount(instruction, /cache|^["']?\/var\/?["']?$/)) continue;
        const commands = runCommands(instruction);
        const kept = MANAGERS.flatMap((manager) => {
          const install = commands.findLast((run) => installs(run, manager));
          return install && !commands.some((run) => cleans(run, manager)) ? [{ install, manager }] : [];
        });
        const [first] = kept;
        if (first) yield problem(stage, first.install, first.manager);
      }
    }
  },
};

interface Manager {
  readonly programs: RegExp;
  readonly verbs: RegExp;
  /** An option of the installation that keeps nothing. */
  readonly without?: RegExp;
  readonly clean: RegExp;
  readonly directory: RegExp;
  readonly remedy: string;
}

/** As documented in November 2026. */
const MANAGERS: readonly Manager[] = [
  {
    programs: /^apk$/,
    verbs: /^(add|upgrade)$/,
    without: /^--no-cache$/,
    clean: /^cache$/,
    directory: /\/var\/cache\/apk|\/lib\/apk/,
    remedy: 'Add `--no-cache`.',
  },
  {
    // Where there is a dnf, yum is another name of it: each cleans for the other.
    programs: /^(dnf5?|microdnf|tdnf|yum)$/,
    verbs: /^(install|upgrade|update|groupinstall|localinstall|reinstall|distro-sync)$/,
    clean: /^clean$/,
    directory: /\/var\/cache\/(dnf|yum|libdnf5|tdnf|\*)|\/var\/cache\/?$/,
    remedy: 'End the same RUN with `clean all`.',
  },
  {
    programs: /^zypper$/,
    verbs: /^(install|in|update|up|dist-upgrade|dup|patch)$/,
    clean: /^(clean|cc)$/,
    directory: /\/var\/cache\/(zypp|\*)|\/var\/cache\/?$/,
    remedy: 'End the same RUN with `zypper clean --all`.',
  },
];

function installs({ program, words }: RunCommand, { programs, verbs, without }: Manager): boolean {
  const rest = words.slice(1);
  if (!programs.test(program) || rest.some(({ text, hasExpansion }) => hasExpansion && text.startsWith('$')))
    return false;
  return rest.some(({ text }) => verbs.test(text)) && !rest.some(({ text }) => without?.test(text));
}

function cleans({ program, words }: RunCommand, { programs, clean, directory }: Manager): boolean {
  const rest = words.slice(1).map(({ text }) => text);
  if (program === 'rm' || program === 'find') return rest.some((text) => directory.test(text));
  if (programs.test(program)) return rest.some((text) => clean.test(text));
  // A script of the image that tidies up, by its name.
  return /clean/i.test(program);
}

function problem(stage: DockerStage, { words, command, instruction }: RunCommand, { remedy }: Manager): Observation {
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/packages`,
    message: {
      what: `${quote(words.map(({ text }) => text).join(' '))} leaves what it downloaded in the layer.`,
      why: 'Every pull of the image carries them, nothing reads them again, and a later step cannot take them out.',
      remedy,
    },
  };
}

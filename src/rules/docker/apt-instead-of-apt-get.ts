import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const aptInsteadOfAptGet: Rule<DockerfileDocument> = {
  id: 'apt-instead-of-apt-get',
  kinds: ['dockerfile'],
  title: 'A script uses apt, which is for people',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'maintainability',
  aliases: {
    hadolint: ['DL3027'],
    checkov: ['CKV_DOCKER_9'],
    kics: ['b84a0b47-2e99-4c9f-8933-98bcabe2b94d'],
    semgrep: ['prefer-apt-get'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const stage of view.stages) {
      const runs = stage.instructions.flatMap(runCommands).filter(usesApt);
      const [first] = runs;
      if (first) yield problem(stage, first, runs);
    }
  },
};

/** With a verb that apt-get has as well. */
function usesApt({ program, words }: RunCommand): boolean {
  return (
    program === 'apt' &&
    words.some(({ text }) =>
      /^(update|upgrade|full-upgrade|install|remove|purge|autoremove|source|build-dep|clean|autoclean)$/.test(text),
    )
  );
}

/** One for all of a stage: they are mended together. */
function problem(
  stage: DockerStage,
  { words, command, instruction }: RunCommand,
  runs: readonly RunCommand[],
): Observation {
  const edits = runs.flatMap(({ words: [name], command: one, words: all }) =>
    one && name
      ? [
          { range: { start: name.range.end - 'apt'.length, end: name.range.end }, text: 'apt-get' },
          ...all.filter(({ text }) => text === 'full-upgrade').map(({ range }) => ({ range, text: 'dist-upgrade' })),
        ]
      : [],
  );
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/apt`,
    message: {
      what: `${quote(words.map(({ text }) => text).join(' '))} calls ${quote('apt')} from a script.`,
      why: 'Its options and its output may change from one release of the distribution to the next, as it says itself; those of apt-get do not.',
      remedy: `Call ${quote('apt-get')}.`,
    },
    ...(edits.length > 0 ? { fix: { title: 'Call apt-get', safety: 'safe' as const, edits } } : {}),
  };
}

import type { DockerfileDocument, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';

export const useraddLargeUid: Rule<DockerfileDocument> = {
  id: 'useradd-large-uid',
  kinds: ['dockerfile'],
  title: 'A high user number makes the image huge',
  severity: 'low',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'cost',
  aliases: { hadolint: ['DL3046'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const run of stage.instructions.flatMap(runCommands)) {
        const uid = run.program === 'useradd' ? uidOf(run) : undefined;
        if (
          uid !== undefined &&
          uid > 99_999 &&
          !run.words.some(({ text }) => /^(--no-log-init|-[a-zA-Z]*l[a-zA-Z]*)$/.test(text))
        )
          yield problem(stage, run, uid);
      }
    }
  },
};

function uidOf({ words }: RunCommand): number | undefined {
  for (const [i, { text }] of words.entries()) {
    const value =
      /^(?:--uid=|-u=?)(\d+)$/.exec(text)?.[1] ?? (/^(--uid|-[a-zA-Z]*u)$/.test(text) ? words[i + 1]?.text : undefined);
    if (value !== undefined) return /^\d+$/.test(value) ? Number(value) : undefined;
  }
  return undefined;
}

function problem(stage: DockerStage, { words, command, instruction }: RunCommand, uid: number): Observation {
  const at = words[0]?.range.end ?? instruction.range.end;
  return {
    range: command?.range ?? instruction.range,
    key: `${stage.key}/${uid}`,
    message: {
      what: `${quote('useradd')} makes a user with the number ${quote(String(uid))}.`,
      why: `It writes a place for every number below into ${quote('/var/log/lastlog')} and ${quote('/var/log/faillog')}; the files are mostly holes, but a layer holds them in full: hundreds of megabytes, or a build that never ends.`,
      remedy: `Add ${quote('--no-log-init')}.`,
    },
    ...(command
      ? {
          fix: {
            title: 'Write no log',
            safety: 'safe' as const,
            edits: [{ range: { start: at, end: at }, text: ' --no-log-init' }],
          },
        }
      : {}),
  };
}

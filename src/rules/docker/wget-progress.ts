import type { DockerfileDocument } from '../../documents/dockerfile.ts';
import type { ShellWord } from '../../documents/shell.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { runCommands } from './commands/run-commands.ts';

export const wgetProgress: Rule<DockerfileDocument> = {
  id: 'wget-progress',
  kinds: ['dockerfile'],
  title: 'wget fills the log with its progress',
  severity: 'info',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'maintainability',
  aliases: { hadolint: ['DL3047'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const { program, words, command, instruction } of stage.instructions.flatMap(runCommands)) {
        const [name, ...rest] = words;
        if (program !== 'wget' || !name || rest.length === 0 || rest.some(isQuiet)) continue;
        yield {
          range: command?.range ?? instruction.range,
          key: `${stage.key}/${words.at(-1)?.text.slice(0, 60) ?? ''}`,
          message: {
            what: `${quote(words.map(({ text }) => text).join(' '))} shows its progress.`,
            why: 'Without a terminal that is a line for every 50 kilobytes: errors are hard to find in the log of the build.',
            remedy: `Add ${quote('--progress=dot:giga')}, or ${quote('-nv')}.`,
          },
          ...(command
            ? {
                fix: {
                  title: 'Show less',
                  safety: 'review' as const,
                  edits: [{ range: { start: name.range.end, end: name.range.end }, text: ' --progress=dot:giga' }],
                },
              }
            : {}),
        };
      }
    }
  },
};

function isQuiet({ text, hasExpansion }: ShellWord): boolean {
  if (hasExpansion && /opt|flag|arg/i.test(text)) return true;
  return (
    /^--(progress|quiet|no-verbose|output-file|append-output|version|help)/.test(text) ||
    /^-[a-zA-Z]*(q|nv|o|a)/.test(text)
  );
}

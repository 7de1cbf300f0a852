import type { DockerInstruction, DockerWord } from '../dockerfile.ts';
import type { InstructionText } from './to-instruction.ts';

/** What the shell gets to run: the command, or the heredoc that stands in its place. */
export function scriptOf(
  { source, heredocs, range, keywordRange }: InstructionText,
  masked: string,
  words: readonly DockerWord[],
): DockerInstruction['script'] {
  const first = words[0];
  if (!first) return undefined;
  const [heredoc] = heredocs;
  if (heredoc && words.every((word) => word.text.startsWith('<<'))) {
    const isShell = !heredoc.text.startsWith('#!') || /^#!.*\b(?:ba|da|z|k|a)?sh\b/.test(heredoc.text);
    return isShell ? { text: heredoc.text, offset: heredoc.range.start } : undefined;
  }
  const command = masked.slice(first.range.start - keywordRange.end);
  const bodies = heredoc ? source.slice(heredoc.range.start, range.end) : '';
  return { text: command + bodies, offset: first.range.start };
}

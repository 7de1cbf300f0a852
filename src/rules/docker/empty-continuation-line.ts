import type { DockerfileDocument, DockerInstruction } from '../../documents/dockerfile.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

export const emptyContinuationLine: Rule<DockerfileDocument> = {
  id: 'empty-continuation-line',
  kinds: ['dockerfile'],
  title: 'A continued instruction has an empty line',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { buildkit: ['NoEmptyContinuation'] },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    for (const [index, instruction] of view.instructions.entries()) {
      const blanks = blankLines(source, instruction);
      if (blanks.length > 0) yield problem(source, instruction, index, blanks);
    }
  },
};

/** From the end of the line before to their own end; the lines of heredocs are text. */
function blankLines(source: string, { range, heredocs }: DockerInstruction): readonly Range[] {
  const end = heredocs[0]?.range.start ?? range.end;
  return [...source.slice(range.start, end).matchAll(/(?:\r?\n[ \t]*(?=\r?\n))+/g)].map(({ 0: text, index }) => ({
    start: range.start + index,
    end: range.start + index + text.length,
  }));
}

function problem(
  source: string,
  { keyword, range, args }: DockerInstruction,
  index: number,
  blanks: readonly Range[],
): Observation {
  const end = source.indexOf('\n', range.start);
  return {
    range: { start: range.start, end: end < 0 ? range.end : Math.min(end, range.end) },
    key: `${keyword} ${args[0]?.text ?? index}`,
    message: {
      what: `${quote(keyword)} goes on after ${blanks.length === 1 ? 'an empty line' : `${blanks.length} empty places`}.`,
      why: 'An empty line looks like the end of an instruction. Docker still reads over it, warns each time, and says that it will be an error.',
      remedy: 'Remove the empty line, or write a comment there.',
    },
    fix: {
      title: 'Remove the empty lines',
      safety: 'safe',
      edits: blanks.map((blank) => ({ range: blank, text: '' })),
    },
  };
}

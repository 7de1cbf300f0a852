import type { Range } from '../../types.ts';
import type { DockerFlag, DockerHeredoc, DockerInstruction, DockerWord } from '../dockerfile.ts';
import { execWords } from './exec-words.ts';
import { maskContinuations } from './mask-continuations.ts';
import { scriptOf } from './script-of.ts';
import { splitWords } from './split-words.ts';
import { toPairs } from './to-pairs.ts';

export interface InstructionText {
  readonly source: string;
  readonly escapeChar: string;
  /** RUN is for sh, not for PowerShell. */
  readonly isPosix: boolean;
  readonly range: Range;
  readonly keywordRange: Range;
  readonly heredocs: readonly DockerHeredoc[];
}

/** One instruction, from where it stands. */
export function toInstruction(text: InstructionText): DockerInstruction {
  const { source, range, keywordRange, heredocs } = text;
  const keyword = source
    .slice(keywordRange.start, keywordRange.end)
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
  const end = Math.max(keywordRange.end, Math.min(heredocs[0]?.range.start ?? range.end, range.end));
  const masked = maskContinuations(source.slice(keywordRange.end, end), text.escapeChar);
  const words = splitWords(masked, keywordRange.end, text.escapeChar);
  const flagCount = words.findIndex((word) => !word.text.startsWith('--'));
  const flags = words.slice(0, flagCount < 0 ? words.length : flagCount);
  const plain = words.slice(flags.length);
  const argsRange = spanOf(plain, end);
  const exec = execWords(masked, argsRange, keywordRange.end);
  const script = keyword === 'RUN' && text.isPosix && !exec ? scriptOf(text, masked, plain) : undefined;
  const onbuild = keyword === 'ONBUILD' && plain[0] ? triggerOf(text, plain[0]) : undefined;
  return {
    keyword,
    keywordRange,
    range,
    args: exec ?? plain,
    form: exec ? 'exec' : 'shell',
    argsRange,
    flags: flags.map(toFlag),
    heredocs,
    pairs: toPairs(keyword, plain, text.escapeChar),
    ...(onbuild ? { onbuild } : {}),
    ...(script ? { script } : {}),
    rawText: source.slice(range.start, range.end),
  };
}

function spanOf(words: readonly DockerWord[], end: number): Range {
  return { start: words[0]?.range.start ?? end, end: words.at(-1)?.range.end ?? end };
}

function toFlag(word: DockerWord): DockerFlag {
  const [, name, value] = /^--([^=]*)(?:=(.*))?$/s.exec(word.text) ?? [];
  return { name: name ?? '', ...(value === undefined ? {} : { value }), range: word.range };
}

function triggerOf(text: InstructionText, keyword: DockerWord): DockerInstruction {
  return toInstruction({
    ...text,
    range: { start: keyword.range.start, end: text.range.end },
    keywordRange: keyword.range,
  });
}

import type { YamlScalar } from '../../../documents/yaml/yaml-node.ts';
import type { Range } from '../../../types.ts';

export interface ScriptLine {
  /** Continued lines joined, without comments, spaces collapsed. */
  readonly text: string;
  /** From the first word to the last, in the file. */
  readonly range: Range;
}

/** The logical lines of a script, with their places in the file; empty lines and comments are left out. */
export function scriptLines(source: string, script: YamlScalar): readonly ScriptLine[] {
  const earlier = known.get(script);
  if (earlier) return earlier;
  const lines = readLines(source, script);
  known.set(script, lines);
  return lines;
}

const known = new WeakMap<YamlScalar, readonly ScriptLine[]>();

function readLines(source: string, script: YamlScalar): ScriptLine[] {
  const { start, end } = script.contentRange;
  const raw = source.slice(start, end);
  const lines: ScriptLine[] = [];
  const folds = script.style === 'folded' || script.style === 'plain';
  const pattern = folds ? /[^\n]+(?:\n(?!\s*\n)[^\n]*)*/g : /[^\n]*\\\r?\n(?:[^\n]*\\\r?\n)*[^\n]*|[^\n]+/g;
  for (const match of raw.matchAll(pattern)) {
    const text = match[0]
      .replace(/\\\r?\n/g, ' ')
      .replace(/(^|\s)#[^\n]*/g, '$1')
      .replace(/\s+/g, ' ')
      .trim();
    if (text === '') continue;
    const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
    const from = start + match.index + lead;
    lines.push({ text, range: { start: from, end: start + match.index + match[0].trimEnd().length } });
  }
  return lines;
}

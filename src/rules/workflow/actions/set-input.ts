import type { Step } from '../../../documents/workflow/step.ts';
import { entryOf } from '../../../documents/yaml/yaml-node.ts';
import type { Edit } from '../../../types.ts';

/** Gives an action an input, or changes the one it has; undefined where its inputs are not written as a block. */
export function setInput(source: string, step: Step, name: string, value: string): Edit | undefined {
  const set = entryOf(step.with, name);
  if (set) return set.merged || set.value.type !== 'scalar' ? undefined : { range: set.value.range, text: value };
  const newLine = source.includes('\r\n') ? '\r\n' : '\n';
  const first = step.with?.entries.find(({ merged }) => !merged);
  if (first) {
    if (step.with?.flow) return undefined;
    const indent = ' '.repeat(columnOf(source, first.range.start));
    return {
      range: { start: first.range.start, end: first.range.start },
      text: `${name}: ${value}${newLine}${indent}`,
    };
  }
  const uses = entryOf(step.node, 'uses');
  if (!uses || step.node.flow || entryOf(step.node, 'with')) return undefined;
  const lineEnd = source.indexOf('\n', uses.range.end);
  const end = lineEnd < 0 ? source.length : source[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const indent = ' '.repeat(columnOf(source, uses.range.start));
  return { range: { start: end, end }, text: `${newLine}${indent}with:${newLine}${indent}  ${name}: ${value}` };
}

function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

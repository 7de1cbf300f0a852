import { type JsonNode, member } from '../json-tree.ts';
import type { NotebookOutput } from '../notebook.ts';
import { stringsOf } from './join-text.ts';

/** What a cell printed, line by line; pictures are left out. */
export function readOutputs(node: JsonNode | undefined): readonly NotebookOutput[] {
  if (node?.kind !== 'array') return [];
  return node.items.map((output) => {
    const type = member(output, 'output_type');
    const strings = textNodes(output).flatMap(stringsOf);
    return {
      type: type?.kind === 'string' ? type.value : '',
      texts: strings.map((string) => ({
        text: string.value,
        range: { start: string.range.start + 1, end: string.range.end - 1 },
      })),
      range: output.range,
    };
  });
}

function textNodes(output: JsonNode): readonly JsonNode[] {
  const data = member(output, 'data');
  const shown = data?.kind === 'object' ? data.entries.filter((entry) => !entry.key.value.startsWith('image/')) : [];
  const own = ['text', 'ename', 'evalue', 'traceback'].map((key) => member(output, key));
  return [...own, ...shown.map((entry) => entry.value)].filter((one) => one !== undefined);
}

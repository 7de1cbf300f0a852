import type { ParseProblem, Range, SourceComment } from '../../types.ts';
import { type JsonNode, member } from '../json-tree.ts';
import type { NotebookCell } from '../notebook.ts';
import type { PythonNames } from '../python.ts';
import { joinText } from './join-text.ts';
import { readCellPython } from './read-cell-python.ts';
import { readOutputs } from './read-outputs.ts';

interface ReadCells {
  readonly cells: readonly NotebookCell[];
  readonly comments: readonly SourceComment[];
  readonly problems: readonly ParseProblem[];
}

/** All cells; Python cells know the imports and constants of those before them. */
export function readCells(source: string, root: JsonNode | undefined, isPython: boolean): ReadCells {
  let names: PythonNames = { aliases: new Map(), constants: new Map() };
  const comments: SourceComment[] = [];
  const problems: ParseProblem[] = [];
  const cells = cellNodes(root).map((node, index) => {
    const cell = readCell(source, node, index);
    if (cell.type !== 'code' || !isPython) return cell;
    const read = readCellPython(cell.sourceText, names);
    names = read.parsed?.names ?? names;
    const inFile = <T extends { readonly range: Range }>(one: T): T => ({ ...one, range: cell.toFileRange(one.range) });
    comments.push(...(read.parsed?.comments ?? []).map(inFile));
    // A broken cell is no reason to distrust the others.
    problems.push(...(read.parsed?.problems ?? []).map((one) => ({ ...inFile(one), severity: 'partial' as const })));
    return { ...cell, magics: read.magics, ...(read.parsed ? { python: read.parsed.view } : {}) };
  });
  return { cells, comments, problems };
}

/** Before format 4, cells stood in worksheets. */
function cellNodes(root: JsonNode | undefined): readonly JsonNode[] {
  const sheets = member(root, 'worksheets');
  const lists =
    sheets?.kind === 'array' ? sheets.items.map((sheet) => member(sheet, 'cells')) : [member(root, 'cells')];
  return lists.flatMap((list) => (list?.kind === 'array' ? list.items : [])).filter((node) => node.kind === 'object');
}

function readCell(source: string, node: JsonNode, index: number): NotebookCell {
  const text = member(node, 'source') ?? member(node, 'input');
  const { sourceText, toFileOffset, toFileRange } = joinText(source, text, node.range.start);
  const id = member(node, 'id');
  const type = member(node, 'cell_type');
  const count = member(node, 'execution_count') ?? member(node, 'prompt_number');
  return {
    index,
    ...(id?.kind === 'string' ? { id: id.value } : {}),
    type: type?.kind === 'string' && (type.value === 'code' || type.value === 'markdown') ? type.value : 'raw',
    sourceText,
    magics: [],
    outputs: readOutputs(member(node, 'outputs')),
    executionCount: count?.kind === 'number' ? count.value : null,
    tags: tagsOf(node),
    range: node.range,
    sourceRange: text?.range ?? node.range,
    toFileOffset,
    toFileRange,
  };
}

function tagsOf(node: JsonNode): readonly string[] {
  const tags = member(member(node, 'metadata'), 'tags');
  return tags?.kind === 'array' ? tags.items.flatMap((tag) => (tag.kind === 'string' ? [tag.value] : [])) : [];
}

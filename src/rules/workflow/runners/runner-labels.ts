import { parseExpression } from '../../../documents/workflow/expression.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import { at, itemsAt, type YamlNode, type YamlScalar } from '../../../documents/yaml/yaml-node.ts';

/** One item of `runs-on`: the labels that it can be; several where a matrix gives them, none where nobody can tell. */
export type LabelItem = readonly YamlScalar[];

export interface RunnerLabels {
  readonly items: readonly LabelItem[];
  /** A runner of one's own: its labels mean what its owner wants. */
  readonly own: boolean;
}

/** The labels that a job asks for. */
export function runnerLabels({ runsOn, node }: Job): RunnerLabels {
  const isGroup = runsOn?.type === 'map';
  const list = isGroup ? itemsAt(runsOn, 'labels') : itemsAt(runsOn);
  const items = list.map((item) => alternatives(item, node));
  const own = isGroup || items.some((item) => item.some(({ text }) => text.toLowerCase() === 'self-hosted'));
  return { items, own };
}

function alternatives(item: YamlNode, job: YamlNode): LabelItem {
  if (item.type !== 'scalar') return [];
  if (!item.text.includes('${{')) return [item];
  const inner = /^\s*\$\{\{([^{}]*)\}\}\s*$/.exec(item.text)?.[1];
  const path = inner === undefined ? undefined : parseExpression(inner.trim());
  if (path?.kind !== 'context' || path.path[0] !== 'matrix' || path.path.length < 2) return [];
  return matrixScalars(job, path.path.slice(1));
}

/** The scalars that a path of the matrix can be; lists of labels are left out. */
function matrixScalars(job: YamlNode, [name = '', ...below]: readonly string[]): LabelItem {
  const matrix = at(job, 'strategy', 'matrix');
  const axis = entryNamed(matrix, name);
  const listed = axis?.type === 'list' ? axis.items : [];
  const included = itemsAt(matrix, 'include').flatMap((one) => entryNamed(one, name) ?? []);
  return [...listed, ...included].flatMap((value) => {
    const found = below.reduce<YamlNode | undefined>((node, key) => entryNamed(node, key), value);
    return found?.type === 'scalar' && found.value !== null && !found.text.includes('${{') ? [found] : [];
  });
}

/** Names are the same in capitals and small letters. */
function entryNamed(node: YamlNode | undefined, name: string): YamlNode | undefined {
  if (node?.type !== 'map') return undefined;
  return node.entries.find(({ key }) => key.text.toLowerCase() === name)?.value;
}

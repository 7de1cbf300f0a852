import type { Job } from '../../../documents/workflow/job.ts';
import { at, itemsAt, textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';

/** The literal values that `matrix.a.b` takes in a job; undefined where an expression makes the matrix. */
export function matrixValues(job: Job, path: readonly string[]): string[] | undefined {
  const matrix = at(job.node, 'strategy', 'matrix');
  if (matrix?.type !== 'map') return undefined;
  const [name = '', ...below] = path;
  if (at(matrix, name)?.type === 'scalar' || at(matrix, 'include')?.type === 'scalar') return undefined;
  const listed = itemsAt(matrix, name).flatMap((item) => values(item, below));
  const included = itemsAt(matrix, 'include').flatMap((item) => values(at(item, name), below));
  return [...listed, ...included];
}

function values(node: YamlNode | undefined, below: readonly string[]): string[] {
  const found = below.length > 0 ? at(node, ...below) : node;
  if (found?.type === 'list') return found.items.flatMap((item) => values(item, []));
  const text = textAt(found);
  return text === undefined ? [] : [text];
}

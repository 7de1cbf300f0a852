import type { Job } from '../../../documents/workflow/job.ts';
import { at, itemsAt, textAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import { matrixValues } from '../images/matrix-values.ts';

/** The label that says the machine is somebody's own; those of a literal matrix or list are looked at too. */
export function selfHostedLabel(job: Job): string | undefined {
  return labelsOf(job.runsOn, job).find((label) => /^self[-_]?hosted\b/i.test(label));
}

/** Whether a label names a pool that makes a machine from an image for each job, as those of Microsoft's 1ES do. */
export function isOneTimePool(job: Job): boolean {
  return labelsOf(job.runsOn, job).some((label) => /^1ES\.Pool=/i.test(label));
}

function labelsOf(node: YamlNode | undefined, job: Job): string[] {
  if (node?.type === 'map') return itemsAt(node, 'labels').flatMap((item) => labelsOf(item, job));
  if (node?.type === 'list') return node.items.flatMap((item) => labelsOf(item, job));
  if (node?.type !== 'scalar') return [];
  const [, path] = /^\$\{\{\s*matrix\.([\w.-]+)\s*\}\}$/.exec(node.text) ?? [];
  if (path) return (matrixValues(job, path.split('.')) ?? []).filter((label) => !isExcluded(job, path, label));
  const [, list] = /^\$\{\{[\s\S]*fromjson\(\s*'(\[[^']*\])'/i.exec(node.text) ?? [];
  return list ? [...list.matchAll(/"([^"]+)"/g)].map(([, label = '']) => label) : [node.text];
}

/** An `exclude` of the matrix that names nothing else takes the value away. */
function isExcluded(job: Job, name: string, label: string): boolean {
  return itemsAt(at(job.node, 'strategy', 'matrix'), 'exclude').some(
    (item) => item.type === 'map' && item.entries.length === 1 && textAt(item, name) === label,
  );
}

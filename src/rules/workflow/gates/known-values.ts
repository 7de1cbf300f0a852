import type { Job } from '../../../documents/workflow/job.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import { at, itemsAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';
import type { KnownValues } from './constant-truth.ts';

/** What the file tells of the matrix of a job and of the event that starts it. */
export function knownValues(document: WorkflowDocument | ActionDocument, job: Job | undefined): KnownValues {
  return ([context, key = '', ...more]) => {
    if (document.kind !== 'workflow') return undefined;
    if (context === 'github' && key === 'event_name' && more.length === 0) return events(document);
    return context === 'matrix' && job && key !== '' && more.length === 0 ? matrixValues(job, key) : undefined;
  };
}

function events({ view }: WorkflowDocument): string[] | undefined {
  const names = view.triggers.map(({ event }) => event);
  return names.length === 0 || names.includes('workflow_call') ? undefined : names;
}

/** Whether a job's matrix has a key, or may have one: part of it may then be experimental. */
export function hasMatrixKey(job: Job | undefined, key: string): boolean {
  const values = job && matrixValues(job, key);
  return job !== undefined && (values === undefined || values.length > 1);
}

function matrixValues(job: Job, key: string): (string | number | boolean | null)[] | undefined {
  const matrix = at(job.node, 'strategy', 'matrix');
  if (matrix?.type !== 'map') return matrix ? undefined : [null];
  const include = at(matrix, 'include');
  if (include && include.type !== 'list') return undefined;
  const named = (node: YamlNode | undefined) =>
    node?.type === 'map' ? node.entries.find((entry) => entry.key.text.toLowerCase() === key)?.value : undefined;
  const axis = named(matrix);
  if (axis && axis.type !== 'list') return undefined;
  const extras = itemsAt(matrix, 'include');
  const nodes = [...(axis?.type === 'list' ? axis.items : []), ...extras.flatMap((item) => named(item) ?? [])];
  if (nodes.some((node) => node.type !== 'scalar' || node.text.includes('${{'))) return undefined;
  const values = nodes.flatMap((node) => (node.type === 'scalar' ? [node.value] : []));
  const hasAxes = matrix.entries.some(({ key: { text } }) => text !== 'include' && text !== 'exclude');
  // Combinations that no entry of `include` speaks of have nothing there.
  const isOpen = !axis && (hasAxes || extras.some((item) => !named(item)));
  return isOpen || values.length === 0 ? [...values, null] : values;
}

import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowView } from '../../../documents/workflow.ts';
import { at, entryOf, itemsAt, type YamlNode } from '../../../documents/yaml/yaml-node.ts';

/** Whether `inputs.name`, `matrix.name` or `jobs.id` is declared; undefined where the file cannot tell. */
export function isDeclared(path: readonly string[], view: WorkflowView, job: Job | undefined): boolean | undefined {
  const [context, name] = path;
  if (name === undefined || name === '*' || name === '[]') return undefined;
  if (context === 'inputs') return remembered(inputs, view, declaredInputs)?.has(name);
  if (context === 'matrix') return job && remembered(matrices, job, declaredMatrix)?.has(name);
  if (context === 'jobs') return view.jobs.some(({ id }) => id.toLowerCase() === name);
  return undefined;
}

type Names = ReadonlySet<string> | undefined;

/** Every expression of a file asks for them. */
const inputs = new WeakMap<WorkflowView, { readonly names: Names }>();
const matrices = new WeakMap<Job, { readonly names: Names }>();

function remembered<Key extends object>(
  known: WeakMap<Key, { readonly names: Names }>,
  key: Key,
  read: (key: Key) => Names,
): Names {
  const found = known.get(key) ?? { names: read(key) };
  known.set(key, found);
  return found.names;
}

/** Undefined where inputs may come from elsewhere: nobody calls or dispatches the file. */
function declaredInputs({ root }: WorkflowView): ReadonlySet<string> | undefined {
  const events = ['workflow_call', 'workflow_dispatch'];
  const on = at(root, 'on');
  const starts = events.filter(
    (event) => entryOf(on, event) || itemsAt(on).some((item) => item.type === 'scalar' && item.text === event),
  );
  if (starts.length === 0) return undefined;
  const names = events.flatMap((event) => keysOf(at(on, event, 'inputs')) ?? []);
  return new Set(names);
}

/** Undefined where the matrix, or a part of it, is computed. */
function declaredMatrix(job: Job): ReadonlySet<string> | undefined {
  const matrix = at(job.node, 'strategy', 'matrix');
  if (matrix?.type !== 'map') return matrix === undefined ? new Set() : undefined;
  const include = at(matrix, 'include');
  if (include && include.type !== 'list') return undefined;
  const included = include?.items ?? [];
  if (included.some((item) => item.type !== 'map')) return undefined;
  return new Set([...(keysOf(matrix) ?? []), ...included.flatMap((item) => keysOf(item) ?? [])]);
}

function keysOf(node: YamlNode | undefined): string[] | undefined {
  return node?.type === 'map' ? node.entries.map(({ key }) => key.text.toLowerCase()) : undefined;
}

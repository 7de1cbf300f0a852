import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Need, Project, RuleContext } from '../../../types.ts';

/** A job of another workflow that calls this one. */
export interface Caller {
  readonly document: WorkflowDocument;
  readonly job: Job;
}

/** The jobs that call a workflow, of those workflows of the same side that were read. */
export function callersOf(document: WorkflowDocument, context: RuleContext): readonly Caller[] {
  if (!document.view.triggers.some(({ event }) => event === 'workflow_call')) return [];
  return readSide(context).callers.get(document.path) ?? [];
}

/** Those of them that are no part of the change, so that nothing is said of them with their own file. */
export function untouchedCallers(document: WorkflowDocument, context: RuleContext): readonly Caller[] {
  const callers = callersOf(document, context);
  if (callers.length === 0) return [];
  const touched = new Set(context.project.change.files.map(({ path }) => path));
  return callers.filter((caller) => !touched.has(caller.document.path));
}

/** What must be read to compare calls: the workflows that are called, and for one that is, all that may call it. */
export function* callNeeds({ view }: WorkflowDocument): Generator<Need> {
  for (const { uses } of view.jobs) if (uses?.kind === 'local') yield { path: uses.path };
  if (!view.triggers.some(({ event }) => event === 'workflow_call')) return;
  yield { glob: '.github/workflows/*.yml' };
  yield { glob: '.github/workflows/*.yaml' };
}

/** Every workflow of the side that was read and parsed. */
export function workflowsOf(context: RuleContext): readonly WorkflowDocument[] {
  return readSide(context).workflows;
}

/** All workflows of the repository that a workflow belongs to, itself included, as far as they were read. */
export function siblingsOf(document: WorkflowDocument, context: RuleContext): readonly WorkflowDocument[] {
  if (context.project.isolated) return [document];
  return readSide(context).folders.get(folderOf(document.path)) ?? [document];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

interface Workflows {
  readonly workflows: readonly WorkflowDocument[];
  /** By the path of the workflow that is called. */
  readonly callers: ReadonlyMap<string, readonly Caller[]>;
  readonly folders: ReadonlyMap<string, readonly WorkflowDocument[]>;
}

/** Rules ask for every workflow what all the others are. */
const known = new WeakMap<object, Workflows>();

function readSide({ project, side }: RuleContext): Workflows {
  const { documents } = project[side];
  const found = known.get(documents) ?? readWorkflows(documents);
  known.set(documents, found);
  return found;
}

function readWorkflows(documents: Project['head']['documents']): Workflows {
  const workflows = [...documents.values()].filter(
    (one): one is WorkflowDocument => one.kind === 'workflow' && one.view !== undefined,
  );
  const callers = new Map<string, Caller[]>();
  const folders = new Map<string, WorkflowDocument[]>();
  for (const document of workflows) {
    add(folders, folderOf(document.path), document);
    for (const job of document.view.jobs)
      if (job.uses?.kind === 'local') add(callers, `${rootOf(document.path)}${job.uses.path}`, { document, job });
  }
  return { workflows, callers, folders };
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The folder of the repository: not empty where a folder of several repositories is scanned. */
function rootOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('.github/')));
}

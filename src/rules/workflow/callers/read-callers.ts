import type { Job } from '../../../documents/workflow/job.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Project, RuleContext, Side } from '../../../types.ts';
import { isWorkflow } from '../jobs/counterpart-of.ts';

/** A job of another workflow that calls this one. */
export interface Caller {
  readonly document: WorkflowDocument;
  readonly job: Job;
}

/** The workflows of a side, as far as they were read, and how they hang together. */
export interface Workflows {
  readonly workflows: readonly WorkflowDocument[];
  /** By the path of the workflow that is called. */
  readonly callers: ReadonlyMap<string, readonly Caller[]>;
  /** By the folder they stand in, which ends in `/`. */
  readonly folders: ReadonlyMap<string, readonly WorkflowDocument[]>;
}

/** Rules ask for every workflow what all the others are. */
const known = new WeakMap<object, Workflows>();

/** Who calls whom on a side. */
export function readCallers({ project }: RuleContext, side: Side): Workflows {
  const { documents } = project[side];
  const found = known.get(documents) ?? readWorkflows(documents);
  known.set(documents, found);
  return found;
}

/** The folder of a path, which ends in `/`; empty for a file at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function readWorkflows(documents: Project['head']['documents']): Workflows {
  const workflows = [...documents.values()].filter(isWorkflow);
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

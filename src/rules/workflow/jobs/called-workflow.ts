import type { Uses } from '../../../documents/workflow/uses.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Document, RuleContext } from '../../../types.ts';

/** The workflow of this repository that a job calls; undefined where it lies elsewhere or was not read. */
export function calledWorkflow(
  caller: WorkflowDocument,
  uses: Uses | undefined,
  context: RuleContext,
): WorkflowDocument | undefined {
  if (uses?.kind !== 'local') return undefined;
  for (const folder of rootsOf(caller.path)) {
    const called = context.document(`${folder}${uses.path}`);
    if (called?.kind === 'workflow' && called.view !== undefined) return called as WorkflowDocument;
  }
  return undefined;
}

/** Whether a path of the repository exists, seen from a file of it; `unknown` where it is not known where the top is. */
export function existsBelowRoot(from: Document, path: string, context: RuleContext): boolean | 'unknown' {
  const answers = rootsOf(from.path).map((root) => context.exists(`${root}${path}`));
  if (answers.includes(true)) return true;
  const isPlaced = from.kind !== 'workflow' || from.path.includes('.github/');
  // Of files that do not belong together, the one that is named may simply not be among them.
  return !isPlaced || context.project.isolated || answers.includes('unknown') ? 'unknown' : false;
}

/** Folders that may be the root of the repository: where several are scanned at once, or a part of one, it is not the top. */
export function rootsOf(path: string): readonly string[] {
  const own = path.indexOf('.github/');
  if (own >= 0) return [path.slice(0, own)];
  const folders = path.split('/').slice(0, -1);
  return [...folders.map((_, i) => `${folders.slice(0, folders.length - i).join('/')}/`), ''];
}

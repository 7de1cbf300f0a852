import type { Uses } from '../../../documents/workflow/uses.ts';
import { parseWorkflow, type WorkflowDocument } from '../../../documents/workflow.ts';
import type { Document, FactRequest, RuleContext } from '../../../types.ts';

/**
 * The workflow that a job calls; undefined where it was not read. One of another repository is known where somebody could
 * be asked for it; its path is then `owner/repository/.github/workflows/name.yml@version`, which no file here has.
 */
export function calledWorkflow(
  caller: WorkflowDocument,
  uses: Uses | undefined,
  context: RuleContext,
): WorkflowDocument | undefined {
  if (uses?.kind === 'repository') return workflowElsewhere(uses, context);
  if (uses?.kind !== 'local') return undefined;
  for (const folder of rootsOf(caller.path)) {
    const called = context.document(`${folder}${uses.path}`);
    if (called?.kind === 'workflow' && called.view !== undefined) return called as WorkflowDocument;
  }
  return undefined;
}

/** What to ask for to know a workflow of another repository; undefined of anything else. */
export function workflowRequest({ kind, repository, path, ref }: Uses): FactRequest | undefined {
  const isWorkflow = kind === 'repository' && ref !== '' && /^\.github\/workflows\/[^/]+\.ya?ml$/i.test(path);
  return isWorkflow ? { fact: 'file-at-ref', repository, path, ref } : undefined;
}

function workflowElsewhere(uses: Uses, context: RuleContext): WorkflowDocument | undefined {
  const request = workflowRequest(uses);
  const answer = request && context.fact(request);
  if (answer?.state !== 'known') return undefined;
  const name = uses.raw.replace(/\s/g, '');
  const key = `${name}\n${answer.value}`;
  const found = known.get(key) ?? parseWorkflow(name, context.side, answer.value);
  if (known.size >= MAX_KEPT) known.clear();
  known.set(key, found);
  // Of half a file nothing is told.
  return found.problems.length === 0 ? found : undefined;
}

/** Several rules look at the same few. */
const known = new Map<string, WorkflowDocument>();
const MAX_KEPT = 64;

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

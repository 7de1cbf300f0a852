import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { RuleContext } from '../../../types.ts';
import type { GateHolder } from './lost-gates.ts';

/** Something new that may make the check and was not read: a called workflow, another repository's action, a file. */
export function unreadPlace(base: GateHolder, head: GateHolder | undefined, context: RuleContext): string | undefined {
  const { documents, tree } = context.project.head;
  if (tree === 'unknown') return head ? undefined : 'The rest of the repository';
  const unread = [...tree].find((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && !documents.has(path));
  if (unread) return unread;
  const called = new Set(base.kind === 'workflow' ? base.view.jobs.flatMap(({ uses }) => uses?.raw ?? []) : []);
  const fresh = [...documents.values()].flatMap((one) =>
    one.kind === 'workflow' && one.view ? (one as WorkflowDocument).view.jobs : [],
  );
  const job = fresh.find(
    ({ uses }) => uses !== undefined && uses.kind !== 'local' && !called.has(uses.raw) && !knewCall(uses.raw, context),
  );
  return job?.uses?.raw;
}

function knewCall(raw: string, context: RuleContext): boolean {
  return [...context.project.base.documents.values()].some(
    (one) =>
      one.kind === 'workflow' && one.view && (one as WorkflowDocument).view.jobs.some(({ uses }) => uses?.raw === raw),
  );
}

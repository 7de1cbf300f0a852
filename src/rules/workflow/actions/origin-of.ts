import type { Uses } from '../../../documents/workflow/uses.ts';
import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { ActionOrigin, Need, RuleContext } from '../../../types.ts';
import { usedActions } from './used-actions.ts';

/** Where the actions of a file come from, as facts to ask for. */
export function* originNeeds(document: WorkflowDocument | ActionDocument): Generator<Need> {
  for (const { uses } of usedActions(document)) {
    if (uses.ref !== '') yield { fact: 'action-origin', repository: uses.repository, ref: uses.ref };
  }
}

/** What GitHub said of an action; undefined where nobody was asked, or it did not tell. */
export function originOf({ fact }: RuleContext, { repository, ref }: Uses): ActionOrigin | undefined {
  const answer = fact({ fact: 'action-origin', repository, ref });
  return answer.state === 'known' ? (JSON.parse(answer.value) as ActionOrigin) : undefined;
}

/** Whether a ref is a whole commit. */
export function isCommit(ref: string): boolean {
  return /^[0-9a-f]{40}$/i.test(ref);
}

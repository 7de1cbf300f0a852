import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Need } from '../../../types.ts';
import { workflowRequest } from '../jobs/called-workflow.ts';

/** What must be read to compare calls: the workflows that are called, and for one that is, all that may call it. */
export function* callNeeds({ view }: WorkflowDocument): Generator<Need> {
  for (const { uses } of view.jobs) {
    if (uses?.kind === 'local') yield { path: uses.path };
    const elsewhere = uses && workflowRequest(uses);
    if (elsewhere) yield elsewhere;
  }
  if (!view.triggers.some(({ event }) => event === 'workflow_call')) return;
  yield { glob: '.github/workflows/*.yml' };
  yield { glob: '.github/workflows/*.yaml' };
}

import type { ActionDocument, WorkflowDocument } from '../../../documents/workflow.ts';
import type { Message, Need, Observation, RuleContext } from '../../../types.ts';
import { quote } from '../../quote.ts';
import type { RunnerFile } from './file-writes.ts';
import { outsideFiles } from './outside-files.ts';

/** Where the text of files that outsiders made gets into a file of the runner. */
export function* fileProblems(
  document: WorkflowDocument | ActionDocument,
  context: RuleContext,
  file: RunnerFile,
  message: Pick<Message, 'why' | 'remedy'>,
): Generator<Observation> {
  if (document.kind === 'action') return;
  for (const { key, range, written, origin } of outsideFiles(document, context, file)) {
    yield {
      range,
      key: `${key}/files`,
      severity: 'critical',
      message: {
        what: `${written} writes into ${quote(`$${file}`)} what a file of ${quote(origin.named)} says.`,
        ...message,
      },
      related: [{ path: document.path, side: document.side, range: origin.range, message: 'The files come in here.' }],
    };
  }
}

/** The callers of a workflow, and the workflows it runs after. */
export function* fileNeeds(document: WorkflowDocument | ActionDocument): Generator<Need> {
  if (document.kind === 'action' || !/GITHUB_(ENV|PATH)/.test(document.source)) return;
  if (document.view.triggers.some(({ event }) => event === 'workflow_run' || event === 'workflow_call'))
    yield { glob: '.github/workflows/*' };
}

import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { ARCHIVED_ACTIONS } from './actions/archived-actions.ts';
import { usedActions } from './actions/used-actions.ts';

type Subject = WorkflowDocument | ActionDocument;

export const archivedAction: Rule<Subject> = {
  id: 'archived-action',
  kinds: ['workflow', 'action'],
  title: 'Action is archived and gets no fixes',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['archived-uses'], sisakulint: ['archived-uses'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    for (const { uses, key } of usedActions(document)) {
      const successor = ARCHIVED_ACTIONS[uses.repository.toLowerCase()];
      if (successor === undefined) continue;
      yield {
        range: uses.node.range,
        key,
        message: {
          what: `The repository of ${quote(uses.raw)} is archived.`,
          why: 'Nobody fixes what is found in it, and it stops working when the runner drops what it is built on.',
          remedy: `Replace it by ${successor}.`,
        },
      };
    }
  },
};

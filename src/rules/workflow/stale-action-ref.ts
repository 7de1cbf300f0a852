import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { originNeeds, originOf } from './actions/origin-of.ts';
import { usedActions } from './actions/used-actions.ts';

export const staleActionRef: Rule<WorkflowDocument | ActionDocument> = {
  id: 'stale-action-ref',
  kinds: ['workflow', 'action'],
  title: 'Pinned commit is no release',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'supply-chain',
  aliases: { zizmor: ['stale-action-refs'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: originNeeds,

  *check(document, context) {
    for (const { uses, key } of usedActions(document)) {
      const origin = originOf(context, uses);
      if (origin?.tags?.length !== 0 || origin.held === false) continue;
      yield {
        range: uses.node.range,
        key,
        message: {
          what: `No tag of ${quote(uses.repository)} stands on ${quote(uses.ref)}.`,
          why: 'Nobody released that state: it was not announced, not tested as a whole, and bots that raise versions do not know where it stands.',
          remedy: 'Pin the commit of a release.',
        },
      };
    }
  },
};

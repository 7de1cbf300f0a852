import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { originNeeds, originOf } from './actions/origin-of.ts';
import { usedActions } from './actions/used-actions.ts';

export const refConfusion: Rule<WorkflowDocument | ActionDocument> = {
  id: 'ref-confusion',
  kinds: ['workflow', 'action'],
  title: 'A branch and a tag have the name that is used',
  severity: 'medium',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { zizmor: ['ref-confusion'], sisakulint: ['ref-confusion'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: originNeeds,

  *check(document, context) {
    for (const { uses, key } of usedActions(document)) {
      const origin = originOf(context, uses);
      if (!(origin?.names?.includes('branch') && origin.names.includes('tag'))) continue;
      yield {
        range: uses.node.range,
        key,
        message: {
          what: `${quote(uses.repository)} has a branch and a tag called ${quote(uses.ref)}.`,
          why: 'A reader cannot tell which of them runs, and whoever may push the branch can stand in for the release.',
          remedy: 'Pin the commit that you reviewed.',
        },
      };
    }
  },
};

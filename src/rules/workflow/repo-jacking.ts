import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { originNeeds, originOf } from './actions/origin-of.ts';
import { usedActions } from './actions/used-actions.ts';

export const repoJacking: Rule<WorkflowDocument | ActionDocument> = {
  id: 'repo-jacking',
  kinds: ['workflow', 'action'],
  title: 'The owner of the action does not exist any more',
  severity: 'critical',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: { octoscan: ['repo-jacking'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  needs: originNeeds,

  *check(document, context) {
    for (const { uses, key } of usedActions(document)) {
      const origin = originOf(context, uses);
      if (origin?.owner !== 'gone') continue;
      yield {
        range: uses.node.range,
        key,
        message: {
          what: `There is no account ${quote(uses.repository.split('/')[0] ?? '')} on GitHub, and ${quote(uses.raw)} is used.`,
          why: 'Anybody can register the name, put an action there, and have it run here.',
          remedy: 'Replace the action, or keep a copy in your organisation.',
        },
      };
    }
  },
};
